export function double(x: number): number {
  console.error("ran double");
  return x * 2;
}
export const square = (x: number): number => {
  console.error("ran square");
  return x * x;
};
