import { hash } from "node:crypto";
import objectHash from "object-hash";
import { hash as ohash } from "ohash";
import { hashKey } from "../../runtime/key/encode.ts";
import { planKey } from "../../runtime/key/plan.ts";
import { looped } from "../runner/looped.ts";
import type { Row, Scenario } from "../runner/scenario.ts";

class Point {
  x = 1;
  y = 2;
}
const identity = { digest: "0123456789abcdef".repeat(4), captured: [] };
const context = { identify: (fn: Function) => (fn === Point ? identity : undefined) };
const plan = planKey({ parameters: ["a", "b"] });
const prefix = "fedcba9876543210".repeat(4);

const makeRows = () =>
  Array.from({ length: 1000 }, (_, id) => ({ id, name: `name ${id}`, ok: id % 2 === 0, tags: ["a", "b"] }));

/** Made when they are measured, not when the scenarios are listed. */
const makeInputs = (): readonly (readonly [string, readonly unknown[]])[] => [
  ["two numbers", [1, 2.5]],
  ["a text of 10", ["abcdefghij"]],
  ["a small object", [{ id: 1, name: "x", ok: true }]],
  ["an instance of a class", [new Point()]],
  ["options in options", [{ a: { b: { c: [1, 2, 3] } }, list: ["x", "y"] }]],
  ["1,000 rows of 4 fields", [makeRows()]],
  ["100,000 numbers", [Array.from({ length: 100_000 }, (_, i) => i * 1.5)]],
  ["a text of 1,000,000", ["x".repeat(1_000_000)]],
  ["a Buffer of 1,000,000", [Buffer.alloc(1_000_000, 1)]],
  ["a Map of 1,000", [new Map(Array.from({ length: 1000 }, (_, i) => [`key ${i}`, i]))]],
];

export const scenario: Scenario = {
  isolates:
    "A key alone, apart from everything else of a hit. Contestants that give one key to different arguments are in the table all the same, as floors: JSON with SHA-256 (no types, no order of Maps, no cycles), object-hash, ohash.",
  unit: "µs",
  rounds: 5,
  isDetail: true,
  open: () => ({ rows: makeInputs().map(([name, values]) => rowOf(name, values)) }),
};

function rowOf(name: string, values: readonly unknown[]): Row {
  const json = looped("JSON + SHA-256", () => hash("sha256", prefix + JSON.stringify(values)));
  return {
    name,
    contestants: [
      looped("astrocache", () => hashKey(prefix, [[], values], plan, context)),
      ...(values[0] instanceof Map ? [] : [json]),
      looped("object-hash", () => objectHash(values, { algorithm: "sha256" })),
      looped("ohash", () => ohash(values)),
    ],
  };
}
