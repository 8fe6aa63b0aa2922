export const ONE = 1;
export function helper(n: number): number {
  console.error("ran helper");
  return inner(n);
}
function inner(n: number): number {
  return n + ONE;
}
