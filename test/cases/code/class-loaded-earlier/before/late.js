import { Shape } from "./shape.js";

// @astrocache
export function area() {
  console.error("ran area");
  return new Shape().area();
}
