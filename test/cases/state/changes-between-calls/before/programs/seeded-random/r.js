export function seeded(s) { return () => (s = (s * 16807) % 2147483647) / 2147483647; }
export const rng = seeded(7);
