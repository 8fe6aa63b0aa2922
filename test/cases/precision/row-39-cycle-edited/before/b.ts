import { a } from "./a.ts";
export function b(n: number): number {
  return n <= 0 ? 2 : a(n - 1) + 1;
}
export function fb(n: number): string {
  console.error("ran fb");
  return `b:${b(n) + 1}`;
}
