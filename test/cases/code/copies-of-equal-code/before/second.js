import { get } from "./two.js";
export const second = () => get();
