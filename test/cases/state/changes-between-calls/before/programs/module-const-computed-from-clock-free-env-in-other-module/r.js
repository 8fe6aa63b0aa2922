import { base } from "./s.js";
export const R = `${base}!`;
