import { writeFileSync } from "node:fs";
import { value } from "./lib.js";

writeFileSync("lib.js", "export const value = () => 2;\n");

// @astrocache
function f() {
  console.error("ran f");
  return value();
}
console.log(f());
