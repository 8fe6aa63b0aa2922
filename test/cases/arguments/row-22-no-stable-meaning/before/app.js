// @astrocache
function f(value) {
  console.error("ran f");
  return typeof value;
}
console.log(f(Promise.resolve(1)), f(Symbol("s")), f(new WeakMap()));
