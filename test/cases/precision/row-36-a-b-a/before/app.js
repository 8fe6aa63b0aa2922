import { add } from "./lib.js";
// @astrocache
function f(x) {
  console.error("ran f");
  return add(x);
}
console.log(f(1), f(2));
