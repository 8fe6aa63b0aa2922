export const b = (n: number): number => n + 2;
