import { Point } from "./one.js";
export const isPoint = (x) => x instanceof Point;
