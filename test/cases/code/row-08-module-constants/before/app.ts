import { IMPORTED, Limit } from "./constants.ts";
import limits from "./limits.json" with { type: "json" };

const OWN = 1;

// @astrocache
export function f(): string {
  console.error("ran f");
  return `${OWN} ${IMPORTED} ${limits.max} ${Limit.high}`;
}

console.log(f());
