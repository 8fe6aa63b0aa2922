export { plus as sum, double as twice } from "./middle.ts";
