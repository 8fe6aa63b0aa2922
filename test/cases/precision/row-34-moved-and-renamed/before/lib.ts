const ONE = 1;
export function helper(n: number): number {
  console.error("ran helper");
  return inner(n);
}
function inner(n: number): number {
  return n + ONE;
}
// @astrocache
export function g(n: number): number {
  console.error("ran g");
  return n + ONE;
}
