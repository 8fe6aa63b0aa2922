import { a } from "./a.ts";
import { b } from "./b.ts";
export function work(n: number): number {
  console.error("ran work");
  return a(n) + b(n);
}
