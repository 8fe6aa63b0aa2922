// imports
export const USED = 4;
export const OTHER = 1;
// more
