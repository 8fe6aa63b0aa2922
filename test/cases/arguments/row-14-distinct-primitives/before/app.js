import { inspect } from "node:util";

// @astrocache
function show(...values) {
  console.error("ran show");
  return values.length === 0 ? "missing" : inspect(values[0]);
}

const given = [[-1], [-2], [0], [-0], [NaN], [null], [undefined], [], [1], ["1"], [1n], [true], [""], [false], ["true"], ["null"]];
console.log([...given, [Infinity], [-Infinity]].map((values) => show(...values)).join(" "));
