import { ONE } from "./deep/helper.ts";

// @astrocache
export function g(n: number): number {
  console.error("ran g");
  return n + ONE;
}
