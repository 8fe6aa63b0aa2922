import * as all from "./one.js";
import { get, noop, Point, table } from "./one.js";
export const make = () => ({ point: new Point(), table, noop, all });
export const first = () => get();
