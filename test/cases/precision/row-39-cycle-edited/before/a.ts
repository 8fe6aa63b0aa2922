import { b, fb } from "./b.ts";

const baseA = 1;
export function a(n: number): number {
  return n <= 0 ? baseA : b(n - 1) + 1;
}
export function fa(n: number): string {
  console.error("ran fa");
  return `a:${a(n)}`;
}
queueMicrotask(() => console.log(fa(2), fb(3)));
