export const add = (x) => x + 1;
