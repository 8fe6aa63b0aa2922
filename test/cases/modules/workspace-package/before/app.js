import { next } from "shared";
// @astrocache
function f(n) {
  console.error("ran f");
  return next(n);
}
console.log(f(1));
