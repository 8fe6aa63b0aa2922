import { right } from "./right.ts";
export function spin(n: number): number {
  console.error("ran spin");
  return right(n);
}
export const left = (n: number): number => (n === 0 ? 7 : right(n - 1));
