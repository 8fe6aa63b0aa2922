function hidden(n: number): number {
  return n + ONE;
}
export function helper(n: number): number {
  console.error("ran helper");
  return hidden(n);
}
export const ONE = 1;
