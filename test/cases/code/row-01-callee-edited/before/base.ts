export function base(n: number): number {
  console.error("ran base");
  return n + 3;
}
