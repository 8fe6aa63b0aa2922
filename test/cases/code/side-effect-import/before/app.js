import "./setup.js";
// @astrocache
function f(n) {
  console.error("ran f");
  return n.raised();
}
console.log(f(10));
