export const next = (n) => n + 1;
