export function double(x: number): number {
  return x * 2;
}
export const times = (factor: number) => (x: number): number => x * factor;
