import a from "./a.cjs";
import { b } from "./b.cjs";
import { c } from "./c.mjs";
import { d } from "./d.cts";
export function f(): string {
  console.error("ran f");
  return [a(), b(), c(), d()].join(" ");
}
console.log(f());
