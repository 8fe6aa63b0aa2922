import { Middle } from "./middle.ts";

class Leaf extends Middle {}

// @astrocache
export function area(): string {
  console.error("ran area");
  const leaf = new Leaf();
  return `${leaf.size() * leaf.scale} ${Leaf.unit()}`;
}

console.log(area());
