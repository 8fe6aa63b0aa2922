export const plus = (n: number): number => {
  console.error("ran add");
  return n + 1;
};
export const minus = (n: number): number => n - 1;
export const unused = 1;
