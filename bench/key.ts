/**
 * What a key costs, apart from everything else of a hit. Peers that give one key to different arguments are in the table all the
 * same, as floors: JSON with SHA-256 (no types, no order of Maps, no cycles), object-hash, ohash.
 */
import { hash } from "node:crypto";
import objectHash from "object-hash";
import { hash as ohash } from "ohash";
import { hashKey } from "../runtime/key/encode.ts";
import { planKey } from "../runtime/key/plan.ts";
import { table } from "./timing.ts";

class Point {
  x = 1;
  y = 2;
}
const identity = { digest: "0123456789abcdef".repeat(4), captured: [] };
const context = { identify: (fn: Function) => (fn === Point ? identity : undefined) };
const plan = planKey({ parameters: ["a", "b"] });
const prefix = "fedcba9876543210".repeat(4);

const rows = Array.from({ length: 1000 }, (_, id) => ({ id, name: `name ${id}`, ok: id % 2 === 0, tags: ["a", "b"] }));
const scenarios: readonly (readonly [string, readonly unknown[]])[] = [
  ["two numbers", [1, 2.5]],
  ["a text of 10", ["abcdefghij"]],
  ["a small object", [{ id: 1, name: "x", ok: true }]],
  ["an instance of a class", [new Point()]],
  ["options in options", [{ a: { b: { c: [1, 2, 3] } }, list: ["x", "y"] }]],
  ["1,000 rows of 4 fields", [rows]],
  ["100,000 numbers", [Array.from({ length: 100_000 }, (_, i) => i * 1.5)]],
  ["a text of 1,000,000", ["x".repeat(1_000_000)]],
  ["a Buffer of 1,000,000", [Buffer.alloc(1_000_000, 1)]],
  ["a Map of 1,000", [new Map(Array.from({ length: 1000 }, (_, i) => [`key ${i}`, i]))]],
];

const bodies = scenarios.map(([name, values]) => ({
  name,
  columns: [
    { name: "astrocache", run: () => hashKey(prefix, [[], values], plan, context) },
    {
      name: "JSON + SHA-256",
      run: values[0] instanceof Map ? undefined : () => hash("sha256", prefix + JSON.stringify(values)),
    },
    { name: "object-hash", run: () => objectHash(values, { algorithm: "sha256" }) },
    { name: "ohash", run: () => ohash(values) },
  ],
}));
process.stdout.write(table("key", bodies));
