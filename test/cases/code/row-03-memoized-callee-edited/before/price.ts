// @astrocache
export function price(n: number): number {
  console.error("ran price");
  return n + 1;
}
