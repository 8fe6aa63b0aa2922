import { get } from "./one.js";
export const third = () => get();
