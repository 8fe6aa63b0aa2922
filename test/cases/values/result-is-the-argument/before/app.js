// @astrocache
function whole(list) {
  console.error("ran whole");
  return list;
}
// @astrocache
function first(list) {
  console.error("ran first");
  return { item: list[0] };
}
// @astrocache
function tag(list) {
  console.error("ran tag");
  return list.length;
}
const list = [{}, {}];
console.log(whole(list) === list, first(list).item === list[0], tag(list));
