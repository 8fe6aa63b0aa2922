import { word } from "words";
// @astrocache
function f() {
  console.error("ran f");
  return word();
}
// @astrocache
function g() {
  return 1;
}
console.log(g() && f());
