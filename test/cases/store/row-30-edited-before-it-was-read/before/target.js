import { value } from "./lib.js";
// @astrocache
export function f() {
  console.error("ran f");
  return value();
}
