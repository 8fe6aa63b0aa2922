export const ONE = 1;
export function helper(n: number): number {
  console.error("ran helper");
  return hidden(n);
}
function hidden(n: number): number {
  return n + ONE;
}
