export function helper(n: number): number {
  console.error("\x72an helper");
  const hundred = 0x64;
  return n + hundred;
}
