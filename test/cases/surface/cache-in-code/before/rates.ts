export const rates = { standard: Math.max(1, 2) };
