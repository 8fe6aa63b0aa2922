import { g, helper } from "./lib.ts";

// @astrocache
export function total(n: number): number {
  console.error("ran total");
  return helper(n) * 3;
}

console.log(total(2), g(3));
