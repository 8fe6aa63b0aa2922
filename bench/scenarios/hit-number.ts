import { planKey } from "../../runtime/key/plan.ts";
import { hashKey } from "../../runtime/key/encode.ts";
import { withCacheable, withCachified, withKeyv, withMemoize, withPMemoize } from "../peers/in-process.ts";
import { looped, loopedAsync } from "../runner/looped.ts";
import type { Scenario } from "../runner/scenario.ts";
import { turning } from "../runner/turning.ts";
import { plain, price, priceLater } from "../subjects/calls.ts";

const CODE = "0123456789abcdef".repeat(4);

export const scenario: Scenario = {
  isolates:
    "A hit in memory without anything to copy: key, look-up and bookkeeping. 100 different calls, all answered before. Contestants besides astrocache know neither the code nor more of the arguments than JSON says.",
  unit: "µs",
  rounds: 15,
  targets: "subjects/calls.js#price, subjects/calls.js#priceLater",
  open() {
    const plan = planKey({ parameters: ["quantity", "plan"] });
    const known = new Map<string, number>();
    const floor = (quantity: number, name: string): number | undefined => {
      const key = hashKey(CODE, [[undefined], [quantity, name], [], []], plan, { identify: () => undefined });
      if (!key.ok) return undefined;
      if (!known.has(key.hash)) known.set(key.hash, plain(quantity, name));
      return known.get(key.hash);
    };
    const [memoized, cached] = [withMemoize(plain), withCacheable(plain)];
    const [pMemoized, cachified, kept] = [withPMemoize(plain), withCachified(plain), withKeyv(plain)];
    return {
      rows: [
        {
          name: "hit in memory, (number, string) → number",
          contestants: [
            looped("astrocache", turning(price)),
            looped("memoize", turning(memoized)),
            looped("cacheable", turning(cached)),
            looped("floor: bytes of the key, SHA-256, Map", turning(floor)),
          ],
          targets: [
            { kind: "absolute", atMost: 1 },
            { kind: "ratio", atMost: 3, to: ["memoize"] },
          ],
        },
        {
          name: "the same, of an async function",
          contestants: [
            loopedAsync("astrocache", turning(priceLater)),
            loopedAsync("p-memoize", turning(pMemoized)),
            loopedAsync("cachified", turning(cachified)),
            loopedAsync("keyv", turning(kept)),
          ],
          targets: [{ kind: "faster", atLeast: 1, than: "keyv" }],
        },
      ],
    };
  },
};
