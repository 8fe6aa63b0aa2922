import { dom } from "./dom.ts";

// @astrocache
export function render(text: string): string {
  console.error("ran render");
  return <p>{text}</p>;
}
console.log(render("x"), typeof dom);
