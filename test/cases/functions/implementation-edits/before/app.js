// @astrocache
function f(a, b = 2) {
  console.error("ran f");
  // branch
  return `${a + b} ${"a_b".replace(/_/g, "-")}`;
}
console.log(f(1));
