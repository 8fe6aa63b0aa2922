export function helper(value: number): number {
  console.error("ran helper");
  const big = 100;
  return value + big;
}
