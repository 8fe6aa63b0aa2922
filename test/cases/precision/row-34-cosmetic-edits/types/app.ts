import { helper } from "./helper.ts";
import type { Sum } from "./helper.ts";

type Text = string;
declare const unused: Text;

// @astrocache
export function f<T extends Text>(first: Sum, second: T): Text {
  console.error("ran f");
  const sum = (helper(first) satisfies Sum) + 2;
  return `${sum as number} ${second!}b`;
}

console.log(f(10, "a"));
