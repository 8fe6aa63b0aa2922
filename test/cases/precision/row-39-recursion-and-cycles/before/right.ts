import { left } from "./left.ts";
export function right(n: number): number {
  return n === 0 ? 7 : left(n - 1);
}
