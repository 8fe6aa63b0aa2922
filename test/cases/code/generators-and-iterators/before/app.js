import { Box, numbers } from "./lib.js";
// @astrocache
function f() {
  console.error("ran f");
  const box = new Box();
  return `${[...numbers()]} ${[...box]} ${box} ${box.size}`;
}
console.log(f());
