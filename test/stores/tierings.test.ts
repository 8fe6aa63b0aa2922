import path from "node:path";
import { after, test } from "node:test";
import type { TestContext } from "node:test";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { createKeyvStore } from "../../runtime/stores/far/keyv-store.ts";
import type { AsyncStore, Store } from "../../runtime/stores/store.ts";
import { createTiers } from "../../runtime/stores/tiers/tiers.ts";
import type { Fences, Tiers } from "../../runtime/stores/tiers/tiers.ts";
import { storeContract } from "./contract.ts";
import { NO_REDIS, startRedis } from "./redis-server.ts";
import { openRedis, redisSpec } from "./redis-spec.ts";
import { entryOf, temporaryFolder } from "./samples.ts";

/* Every tiering is a store, too: what one store must do, all of them together must. */

const server = NO_REDIS === false ? await startRedis() : undefined;
after(() => server?.stop());

const file = (context: TestContext): Store => createFileStore({ folder: path.join(temporaryFolder(context), "cache") });
const redis = (context: TestContext): Store => openRedis(context, redisSpec(`redis://127.0.0.1:${server?.port}`));
const adapter = (): Store => createKeyvStore({ label: "store x", make: () => new Map(), timeoutMs: 20_000 });

const tierings: [string, string | false, number, readonly ((context: TestContext) => Store)[]][] = [
  ["memory", false, 67_108_864, []],
  ["memory, file", false, 67_108_864, [file]],
  ["file, file", false, 0, [file, file]],
  ["file, Redis", NO_REDIS, 0, [file, redis]],
  ["memory, file, Redis, adapter", NO_REDIS, 67_108_864, [file, redis, adapter]],
];

for (const [name, skip, memory, makers] of tierings) {
  const make = (context: TestContext): Tiers =>
    createTiers(
      makers.map((one) => one(context)),
      {
        memory,
        warn(message) {
          throw new Error(message);
        },
      },
    );
  // An adapter as such has no form that blocks; see `far-store.ts`.
  for (const form of makers.includes(adapter) ? (["awaited"] as const) : (["awaited", "waiting"] as const))
    for (const rule of storeContract(`${name}, ${form}`, (context) => asStore(make(context), form)))
      test(rule.name, { skip }, rule.run);
}

/** `waiting`: as sync functions use them. */
function asStore(tiers: Tiers, form: "waiting" | "awaited"): AsyncStore {
  const fences = countFences();
  const waits = form === "waiting";
  return {
    mode: "async",
    label: tiers.labels.join(),
    async get(key) {
      const found = waits ? tiers.readSync(key) : await tiers.read(key);
      return found.ok ? found.entry.value.slice() : undefined;
    },
    async set(key, bytes, expiresAt, fence) {
      tiers[waits ? "writeSync" : "write"](key, entryOf(bytes.slice(), { expiresAt }), fences.get(fence));
      if (waits) tiers.flushSync(20_000);
      else await tiers.flush(20_000);
    },
    delete: async (key) => (waits ? tiers.deleteSync(key) : tiers.delete(key)),
    async clear() {
      await tiers.clear();
    },
    fence: () => fences.add(waits ? tiers.fencesSync() : tiers.fences()),
    close: () => tiers.close(),
  };
}

/** A fence of a store is a number; of tiers, one of each store. */
function countFences(): { add(fences: Fences): number; get(fence: number | undefined): Fences | undefined } {
  const seen: Fences[] = [];
  return {
    add: (fences) => seen.push(fences) - 1,
    get: (fence) => (fence === undefined ? undefined : seen[fence]),
  };
}
