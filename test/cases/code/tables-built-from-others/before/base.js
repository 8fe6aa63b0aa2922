export const BASE = { one: 1 };
export const ENTRIES = [["three", 3]];
export const twice = (n) => n * 2;
