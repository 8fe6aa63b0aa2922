// @astrocache
function f() {
  console.error("ran f");
  return 1;
}
console.log(f());
