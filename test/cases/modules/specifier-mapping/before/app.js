import { one } from "case/one";
import { letter } from "#letter";
// @astrocache
function f() {
  console.error("ran f");
  return `${one} ${letter()}`;
}
console.log(f());
