import { USED } from "./lib.ts";

export function unrelated(): number {
  return 1;
}

// @astrocache
export function f(x: number): number {
  console.error("ran f");
  return x + USED;
}

console.log(f(3));
