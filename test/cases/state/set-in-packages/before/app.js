import { done } from "./setup.js";
import { later } from "./later.js";
import { format } from "units";
import rates from "./rates.json" with { type: "json" };

// @astrocache
export function price(x) {
  process.stderr.write("ran price\n");
  return format(x);
}

// @astrocache
export function rate() {
  process.stderr.write("ran rate\n");
  return rates.rate;
}

console.log(price(1), rate(), done);
later();
console.log(price(1), rate());
