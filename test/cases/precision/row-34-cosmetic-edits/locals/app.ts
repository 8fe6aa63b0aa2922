import { helper as renamed } from "./helper.ts";

// @astrocache
export function f(one: number, two: string): string {
  console.error("ran f");
  const total = renamed(one) + 2;
  return `${total} ${two}b`;
}

console.log(f(10, "a"));
