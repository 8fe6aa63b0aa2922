import * as lib from "./lib.js";
import { rate, raise } from "./lib.js";
const { rate: copy } = lib;

// @astrocache
function f() {
  console.error("ran f");
  return `${rate}/${copy}`;
}
const first = f();
raise();
console.log(first, f());
