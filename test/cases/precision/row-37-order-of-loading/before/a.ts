export const a = (n: number): number => n + 2;
