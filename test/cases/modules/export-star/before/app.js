import { name, value } from "./all.js";
// @astrocache
function f() {
  console.error("ran f");
  return `${name()} ${value}`;
}
console.log(f());
