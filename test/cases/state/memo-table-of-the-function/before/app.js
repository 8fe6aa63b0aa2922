class Rates {
  static current = 1;
}
const NAMES = Object.freeze({ label: "a" });
// @astrocache
function price(n) {
  console.error("ran price");
  return { n: n * Rates.current, label: NAMES.label };
}
const first = price(10).n;
Rates.current = 2;
const second = price(10);
console.log(first, second.n, second.label);
