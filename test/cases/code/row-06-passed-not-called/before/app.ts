import { assigned, passed, stored } from "./fns.ts";

// @astrocache
export function f(list: number[]): number[] {
  console.error("ran f");
  return list.map(passed);
}
// @astrocache
export function g(x: number): number {
  console.error("ran g");
  const alias = assigned;
  let sum = 0;
  for (let i = 0; i < 2; i++) sum += alias(x);
  return sum;
}
// @astrocache
export const h = (x: number): number => {
  console.error("ran h");
  const options = { run: stored };
  return run(options, x);
};
function run(options: { run: (x: number) => number }, x: number): number {
  return options.run(x);
}

console.log(f([1, 2]), g(1), h(8));
