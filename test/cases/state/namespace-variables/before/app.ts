import { Counter, Pure, Rates } from "./names.ts";

// @astrocache
function f(): number {
  console.error("ran f");
  return Counter.next();
}
// @astrocache
function g(): number {
  console.error("ran g");
  return Rates.rate;
}
// @astrocache
function h(x: number): number {
  console.error("ran h");
  return Pure.add(x);
}
const seen = [f(), f(), g(), h(1)];
Rates.rate = 5;
console.log(...seen, g(), h(1));
