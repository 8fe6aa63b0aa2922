export type Sum = number;
export function helper(n: Sum): number;
export function helper(n: Sum, more: string): number;
export function helper(n: Sum): number {
  console.error("ran helper");
  const hundred: Sum = 100;
  return n + hundred;
}
