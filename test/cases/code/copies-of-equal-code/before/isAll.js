import * as all from "./one.js";
export const isAll = (x) => x === all;
