import { double, square } from "./ops.ts";

export const TABLE: Record<string, (x: number) => number> = { double, square: square };
