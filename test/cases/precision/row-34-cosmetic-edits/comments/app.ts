/* A licence. */
import { helper } from "./helper.ts";
/**
 * Now documented.
 * @astrocache
 */
export function f(
  first: number, // the first
  second: string,
): string {
  console.error("ran f"); const sum = /* inside */ helper(first) + 2;

  return `${sum} ${second}b`;
}

console.log(f(10, "a"));
