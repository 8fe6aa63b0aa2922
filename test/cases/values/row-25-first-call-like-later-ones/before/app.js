// @astrocache
function make() {
  console.error("ran make");
  return { a: undefined, b: new Date(0) };
}
console.log(make(), make());
