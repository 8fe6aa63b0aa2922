export function passed(x: number): number {
  console.error("ran passed");
  return x + 1;
}
export function assigned(x: number): number {
  console.error("ran assigned");
  return x * 7;
}
export function stored(x: number): number {
  console.error("ran stored");
  return x - 1;
}
