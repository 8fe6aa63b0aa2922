// @astrocache
function f(x) {
  console.error("ran f");
  return x * x;
}
console.log(f(2));
