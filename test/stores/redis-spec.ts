import type { TestContext } from "node:test";
import { openBothWays } from "../../runtime/stores/far/far-store.ts";
import type { RedisSpec } from "../../runtime/stores/redis/redis-spec.ts";
import { parseStores } from "../../runtime/stores/store-url.ts";
import type { AsyncStore, BlockingStore } from "../../runtime/stores/store.ts";

let namespaces = 0;

/** What `ASTROCACHE_STORE` would give, each time in a namespace of its own. */
export function redisSpec(
  url: string,
  changes: Partial<RedisSpec> = {},
  stores: Record<string, unknown> = {},
): RedisSpec {
  const [spec] = parseStores(url, { stores, root: "/", storeTimeout: 20_000 });
  if (spec?.kind !== "redis") throw new Error(`${url} is not a store on Redis`);
  return { ...spec, namespace: `test ${namespaces++}`, ...changes };
}

export function openRedis(context: TestContext, spec: RedisSpec): AsyncStore & { blocking: BlockingStore } {
  const store = openBothWays(spec);
  context.after(() => store.close());
  return store;
}
