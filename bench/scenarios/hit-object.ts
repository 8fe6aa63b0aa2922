import { deserialize, serialize } from "node:v8";
import { pack, unpack } from "msgpackr";
import { decodeValue, encodeValue } from "../../runtime/codec/codec.ts";
import { hashKey } from "../../runtime/key/encode.ts";
import { planKey } from "../../runtime/key/plan.ts";
import { withCacheable, withCachified, withMemoize } from "../peers/in-process.ts";
import { looped, loopedAsync } from "../runner/looped.ts";
import type { Scenario } from "../runner/scenario.ts";
import { turning } from "../runner/turning.ts";
import { item } from "../subjects/calls.ts";
import { makeItem } from "../subjects/values.ts";

const CODE = "0123456789abcdef".repeat(4);

export const scenario: Scenario = {
  isolates:
    "A hit in memory that gives a fresh copy of a small plain object: what the copy costs beside the key. The floors make a key as astrocache does, and copy from bytes in the fastest ways that are faithful for such an object. `memoize` and `cachified` give the same reference to all.",
  unit: "µs",
  rounds: 15,
  targets: "subjects/calls.js#item",
  open() {
    const cachified = withCachified(makeItem);
    return {
      rows: [
        {
          name: "hit in memory, → small plain object, a fresh copy",
          contestants: [
            looped("astrocache", turning(item)),
            looped("floor: key + JSON.parse", turning(floor(JSON.stringify, (text) => JSON.parse(text) as unknown))),
            looped("floor: key + v8", turning(floor(serialize, (bytes) => deserialize(bytes) as unknown))),
            looped("floor: key + msgpackr", turning(floor(pack, (bytes) => unpack(bytes) as unknown))),
            looped(
              "floor: key + astrocache's codec",
              turning(floor(bytesOf, (bytes) => decodeValue(bytes.codec, bytes.bytes))),
            ),
            looped("memoize", turning(withMemoize(makeItem))),
            looped("cacheable", turning(withCacheable(makeItem))),
            loopedAsync("cachified", turning(cachified)),
          ],
          targets: [
            {
              kind: "ratio",
              atMost: 1.5,
              to: [
                "floor: key + JSON.parse",
                "floor: key + v8",
                "floor: key + msgpackr",
                "floor: key + astrocache's codec",
              ],
              name: "key + the fastest copy",
            },
            { kind: "faster", atLeast: 4, than: "cacheable" },
            { kind: "faster", atLeast: 4, than: "cachified" },
          ],
        },
      ],
    };
  },
};

function floor<Bytes>(encode: (value: unknown) => Bytes, decode: (bytes: Bytes) => unknown) {
  const plan = planKey({ parameters: ["id", "plan"] });
  const known = new Map<string, Bytes>();
  return (id: number, name: string): unknown => {
    const key = hashKey(CODE, [[undefined], [id, name], [], []], plan, { identify: () => undefined });
    if (!key.ok) return undefined;
    const found = known.get(key.hash);
    if (found !== undefined) return decode(found);
    known.set(key.hash, encode(makeItem(id, name)));
    return undefined;
  };
}

function bytesOf(value: unknown): { readonly codec: number; readonly bytes: Uint8Array } {
  const encoded = encodeValue(value);
  if (!encoded.ok) throw new Error(encoded.detail);
  return encoded;
}
