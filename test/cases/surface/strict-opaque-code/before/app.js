// @astrocache
function f(n) {
  console.error("ran f");
  return new Function("n", "return n + 1")(n);
}
console.log(f(2));
