import { more } from "./deeper.js";
export const work = (n) => n + 1 + more;
