import "./patch.ts";
import { Shape } from "./shape.ts";

// @astrocache
export function area(): number {
  console.error("ran area");
  return new Shape().area();
}

console.log(area());
