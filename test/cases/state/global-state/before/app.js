import { start } from "./setup.js";
start();
// @astrocache
function f() {
  console.error("ran f");
  return globalThis.RATE;
}
// @astrocache
function g(list) {
  console.error("ran g");
  return list.count();
}
console.log(f(), g([1, 2, 3]));
