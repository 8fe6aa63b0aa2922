import { angle } from "./tag.js";
// @astrocache
function f(x) {
  console.error("ran f");
  return angle`${x}\n`;
}
console.log(f("a"));
