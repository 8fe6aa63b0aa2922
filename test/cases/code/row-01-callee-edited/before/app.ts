import { price } from "./price.ts";

// @astrocache
export function total(count: number): number {
  console.error("ran total");
  return count * price(3);
}

console.log(total(3));
