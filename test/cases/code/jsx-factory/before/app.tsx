/** @jsx h */
import { h } from "./h.ts";
import { Bold } from "./bold.tsx";

// @astrocache
export function render(text: string): string {
  console.error("ran render");
  return <p><Bold text={text} /></p>;
}
console.log(render("x"));
