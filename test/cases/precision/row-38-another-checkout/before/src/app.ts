import { two } from "./lib.ts";
export function f(x: number): number {
  console.error("ran f");
  return x + two();
}
console.log(f(3));
