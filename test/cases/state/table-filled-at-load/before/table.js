export const table = new Map();
