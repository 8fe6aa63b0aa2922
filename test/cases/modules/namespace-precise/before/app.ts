import * as lib from "./lib.ts";

// @astrocache
export function precise(): number {
  console.error("ran precise");
  return lib.first();
}
// @astrocache
export function computed(name: "first" | "second"): number {
  console.error("ran computed");
  return lib[name]();
}
// @astrocache
export function escaping(): number {
  console.error("ran escaping");
  return Object.keys(lib).length;
}
console.log(precise(), computed("first"), escaping());
