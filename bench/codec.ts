/**
 * What writing and reading a value costs, apart from the store. Peers lose what the table of fidelity says: JSON keeps plain data
 * only, V8's format and msgpackr lose prototypes, attributes, sharing of memory.
 */
import { deserialize, serialize } from "node:v8";
import { pack, unpack } from "msgpackr";
import { decodeValue, encodeValue } from "../runtime/codec/codec.ts";
import { table } from "./timing.ts";

const rows = Array.from({ length: 10_000 }, (_, id) => ({
  id,
  name: `name ${id}`,
  ok: id % 2 === 0,
  score: id * 1.1,
  tags: ["alpha", "beta"],
  nested: { x: id, y: "z" },
}));
const scenarios: readonly (readonly [string, unknown])[] = [
  ["a number", 42],
  ["a text of 10", "abcdefghij"],
  ["a small object", { id: 1, name: "x", ok: true }],
  ["a Map of 100 Dates", new Map(Array.from({ length: 100 }, (_, i) => [`key ${i}`, new Date(i)]))],
  ["10,000 rows, 1.1 MB of JSON", rows],
  ["100,000 numbers", Array.from({ length: 100_000 }, (_, i) => i * 1.5)],
  ["a text of 1,000,000", "x".repeat(1_000_000)],
  ["a Float64Array of 1 MB", new Float64Array(131_072).fill(1.5)],
];

function bytesOf(value: unknown): Uint8Array {
  const outcome = encodeValue(value);
  if (!outcome.ok) throw new Error(outcome.detail);
  return outcome.bytes;
}

/** JSON loses the type of these. */
function isJson(value: unknown): boolean {
  return !(value instanceof Map) && !ArrayBuffer.isView(value);
}

const writing = scenarios.map(([name, value]) => ({
  name,
  columns: [
    { name: "astrocache", run: () => encodeValue(value) },
    { name: "JSON", run: isJson(value) ? () => JSON.stringify(value) : undefined },
    { name: "v8", run: () => serialize(value) },
    { name: "msgpackr", run: () => pack(value) },
  ],
}));
const reading = scenarios.map(([name, value]) => {
  const [own, json, v8, packed] = [bytesOf(value), JSON.stringify(value), serialize(value), pack(value)];
  return {
    name,
    columns: [
      { name: "astrocache", run: () => decodeValue(1, own) },
      { name: "JSON", run: isJson(value) ? () => JSON.parse(json) as unknown : undefined },
      { name: "v8", run: () => deserialize(v8) as unknown },
      { name: "msgpackr", run: () => unpack(packed) as unknown },
    ],
  };
});
process.stdout.write(`${table("writing", writing)}\n${table("reading", reading)}`);
