import { deserialize, serialize } from "node:v8";
import { pack, unpack } from "msgpackr";
import { withCacheable } from "../peers/in-process.ts";
import { looped } from "../runner/looped.ts";
import type { Scenario } from "../runner/scenario.ts";
import { buffer, rows } from "../subjects/calls.ts";
import { makeBuffer, makeRows } from "../subjects/values.ts";

export const scenario: Scenario = {
  isolates:
    "Hits in memory whose values are large, so that only the copy counts: 9,000 rows, 1 MB as JSON, and a Buffer of 1,000,000 bytes. The floors only decode, from memory; JSON and msgpackr are faithful here since these values are plain.",
  unit: "µs",
  rounds: 9,
  targets: "subjects/calls.js#rows, subjects/calls.js#buffer",
  open() {
    const value = makeRows();
    const [text, v8, packed] = [JSON.stringify(value), serialize(value), pack(value)];
    const bytes = makeBuffer();
    return {
      rows: [
        {
          name: "hit in memory, 1 MB of JSON-like rows",
          contestants: [
            looped("astrocache", () => rows(9_000)),
            looped("floor: JSON.parse", () => JSON.parse(text) as unknown),
            looped("floor: v8", () => deserialize(v8) as unknown),
            looped("floor: msgpackr", () => unpack(packed) as unknown),
            looped("cacheable", cachedRows()),
          ],
          targets: [
            {
              kind: "ratio",
              atMost: 1.2,
              to: ["floor: JSON.parse", "floor: v8", "floor: msgpackr"],
              name: "the fastest decode",
            },
          ],
        },
        {
          name: "hit in memory, a Buffer of 1 MB",
          contestants: [
            looped("astrocache", () => buffer(1_000_000)),
            looped("floor: Buffer.from", () => Buffer.from(bytes)),
            looped("floor: structuredClone", () => structuredClone(bytes)),
          ],
          targets: [
            {
              kind: "ratio",
              atMost: 1.2,
              to: ["floor: Buffer.from", "floor: structuredClone"],
              name: "the fastest copy",
            },
          ],
        },
      ],
    };
  },
};

function cachedRows(): () => unknown {
  const cached = withCacheable(() => makeRows());
  return () => cached(1, "");
}
