// @astrocache
function f(n) {
  console.error("ran f");
  return n;
}
console.log(f(1), f(2));
