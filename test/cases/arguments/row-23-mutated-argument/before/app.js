// @astrocache
function take(list) {
  console.error("ran take");
  list.push(list.length + 1);
  return list.length;
}
// @astrocache
function pure(list) {
  console.error("ran pure");
  return list.reduce((a, b) => a + b, 0);
}
const list = [1, 2];
console.log(take(list), list);
console.log(pure(list), list);
