import { noop } from "./one.js";
export const isNoop = (x) => x === noop;
