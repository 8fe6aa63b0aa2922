import { price } from "./price.ts";

// @astrocache
export function total(n: number): number {
  console.error("ran total");
  return 2 * price(n);
}

console.log(total(3));
