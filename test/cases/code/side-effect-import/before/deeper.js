export const deeper = (n) => n + 1;
