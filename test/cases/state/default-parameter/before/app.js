let tenant = 1;
const current = () => tenant;

// @astrocache
function f(name, owner = current()) {
  console.error("ran f");
  return `${name}:${owner}`;
}
const seen = [f("a")];
tenant = 2;
seen.push(f("a"));
seen.push(f("a", 1));
console.log(...seen);
