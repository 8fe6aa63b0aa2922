const first = f(1, 2);
// @astrocache
function f(a, b, c = 3) {
  console.error("ran f");
  return "hoisted";
}
// @astrocache
const arrow = (...rest) => rest;
const o = {
  name: "a",
  // @astrocache
  a() {
    console.error("ran a");
    return this.name;
  },
};
// @astrocache
function args() {
  console.error("ran args");
  return [...arguments].join();
}
// @astrocache
function F() {
  if (new.target === undefined) return true;
  console.error("ran F");
  this.made = true;
}
console.log(first, f.name, f.length, arrow.length, arrow.name);
console.log(o.a(), args(1, 2, 3));
console.log(new F().made);
console.log(F());
