// @astrocache
function join(a, b, c) {
  console.error("ran join");
  return `${a}|${b}|${c}`;
}
console.log(join("a", "b"), join("ab", ""), join("", "ab"), join("a", "b", "c"), join(["a", "b"], "c"), join("a", ["b", "c"]));
