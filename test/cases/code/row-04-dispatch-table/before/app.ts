import { TABLE } from "./table.ts";

// here

// @astrocache
export function apply(name: string, x: number): number | undefined {
  console.error("ran apply");
  return TABLE[name]?.(x);
}

console.log(apply("double", 2), apply("square", 3));
