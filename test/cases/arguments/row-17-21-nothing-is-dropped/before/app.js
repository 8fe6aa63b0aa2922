import { createHash } from "node:crypto";

// @astrocache
function f(...values) {
  console.error("ran f");
  return createHash("sha256").update(JSON.stringify(values, (_, v) => (v instanceof Uint8Array ? Buffer.from(v).toString("hex") : v))).digest("hex");
}
const deep = (value) => Array.from({ length: 60 }).reduce((inner) => ({ inner }), value);
const buffer = (byte) => {
  const bytes = new Uint8Array(300_000);
  bytes[150_000] = byte;
  return { bytes };
};
const results = [
  f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
  f(1, 2, 3, 4, 5, 6, 7, 8, 9, 11),
  f(deep(1)),
  f(deep(2)),
  f("a".repeat(100_000) + "b"),
  f("a".repeat(100_000) + "c"),
  f(buffer(1)),
  f(buffer(2)),
];
console.log(`${results.length} results, ${new Set(results).size} different`);
