import { deserialize, serialize } from "node:v8";
import { pack, unpack } from "msgpackr";
import { decodeValue, encodeValue } from "../../runtime/codec/codec.ts";
import { looped } from "../runner/looped.ts";
import type { Contestant, Row, Scenario } from "../runner/scenario.ts";
import { makeRows } from "../subjects/values.ts";

/** Made when they are measured, not when the scenarios are listed. */
const makeValues = (): readonly (readonly [string, unknown])[] => [
  ["a number", 42],
  ["a text of 10", "abcdefghij"],
  ["a small object", { id: 1, name: "x", ok: true }],
  ["a Map of 100 Dates", new Map(Array.from({ length: 100 }, (_, i) => [`key ${i}`, new Date(i)]))],
  ["9,000 rows, 1 MB of JSON", makeRows()],
  ["100,000 numbers", Array.from({ length: 100_000 }, (_, i) => i * 1.5)],
  ["a text of 1,000,000", "x".repeat(1_000_000)],
  ["a Float64Array of 1 MB", new Float64Array(131_072).fill(1.5)],
];

export const scenario: Scenario = {
  isolates:
    "Writing and reading a value, apart from the store. Others lose what docs/fidelity.md says: JSON keeps plain data only; V8's format and msgpackr lose prototypes, attributes, sharing of memory.",
  unit: "µs",
  rounds: 5,
  isDetail: true,
  open: () => ({ rows: makeValues().flatMap(([name, value]) => [writing(name, value), reading(name, value)]) }),
};

function writing(name: string, value: unknown): Row {
  return {
    name: `writing ${name}`,
    contestants: [
      looped("astrocache", () => encodeValue(value)),
      ...unlessTyped(value, () => looped("JSON", () => JSON.stringify(value))),
      looped("v8", () => serialize(value)),
      looped("msgpackr", () => pack(value)),
    ],
  };
}

function reading(name: string, value: unknown): Row {
  const own = encodeValue(value);
  if (!own.ok) throw new Error(own.detail);
  const [v8, packed] = [serialize(value), pack(value)];
  return {
    name: `reading ${name}`,
    contestants: [
      looped("astrocache", () => decodeValue(own.codec, own.bytes)),
      ...unlessTyped(value, () => {
        const json = JSON.stringify(value);
        return looped("JSON", () => JSON.parse(json) as unknown);
      }),
      looped("v8", () => deserialize(v8) as unknown),
      looped("msgpackr", () => unpack(packed) as unknown),
    ],
  };
}

/** JSON loses the type of these. */
function unlessTyped(value: unknown, make: () => Contestant): Contestant[] {
  return value instanceof Map || ArrayBuffer.isView(value) ? [] : [make()];
}
