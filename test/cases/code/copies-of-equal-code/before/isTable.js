import { table } from "./one.js";
export const isTable = (x) => x === table;
