// @astrocache
function f(list) {
  console.error("ran f");
  return { list: list.map((x) => x * 2), text: "x" };
}
console.log(f([1, 2]));
