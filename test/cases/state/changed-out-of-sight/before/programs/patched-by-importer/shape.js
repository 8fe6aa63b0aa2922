export class Shape { area() { return 1; } }
export class Sized { static limit = 1; }
export function tool() { return tool.rate ?? 0; }
