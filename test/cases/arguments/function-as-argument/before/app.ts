import { double, times } from "./fns.ts";

// @astrocache
export function each(list: number[], fn: (x: number) => number): number[] {
  console.error("ran each");
  return list.map((x) => fn(x));
}

console.log(each([1, 2], (x) => x + 1), each([1, 2], double), each([1, 2], times(3)), each([1, 2], double.bind(null)));
