export const handlers = [];
export const table = new Map();
