import { early } from "./first.js";
// @astrocache
export function price(x) {
  console.error("ran price");
  return x * RATE;
}
const RATE = 3;
console.log(early, price(2));
