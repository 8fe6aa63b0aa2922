import { spin } from "./left.ts";

export function even(n: number): boolean {
  console.error("ran even");
  return n === 0 ? true : odd(n - 1);
}
function odd(n: number): boolean {
  console.error("ran odd");
  return n === 0 ? false : evenAgain(n - 1);
}
function evenAgain(n: number): boolean {
  console.error("ran even");
  return n === 0 ? true : odd(n - 1);
}
export function fact(n: number): number {
  console.error("ran fact");
  return product(n);
}
function product(n: number): number {
  return n <= 1 ? 1 : n * product(n - 1);
}
console.log(fact(5), even(4), spin(3));
