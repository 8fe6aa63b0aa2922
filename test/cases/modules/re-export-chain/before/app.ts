import { twice, sum } from "./index.ts";

// @astrocache
export function f(n: number): number {
  console.error("ran f");
  return sum(twice(n));
}
console.log(f(10));
