// comment
export function helper(n: number): number { console.error("ran helper"); const hundred = 100; return n + hundred; }
