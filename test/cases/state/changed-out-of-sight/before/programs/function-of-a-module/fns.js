export function helper() { return helper.rate ?? 1; }
export const config = { get: () => helper.rate };
