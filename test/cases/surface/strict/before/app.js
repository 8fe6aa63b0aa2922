// @astrocache
function f(value) {
  console.error("ran f");
  return typeof value;
}
// @astrocache
function plain() {
  console.error("ran plain");
  return 1;
}
console.log(f(new WeakMap()), plain());
