import { scaled } from "./scaled.ts";

class Cart {
  @scaled(2)
  total(n: number): number {
    console.error("ran total");
    return n + 1;
  }
}

// @astrocache
export function bill(n: number): number {
  console.error("ran bill");
  return new Cart().total(n);
}

console.log(bill(3));
