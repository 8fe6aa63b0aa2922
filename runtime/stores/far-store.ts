import { createBlockingStore } from "./blocking-store.ts";
import { createConfiguredStore } from "./configured-store.ts";
import { createRedisStore } from "./redis.ts";
import type { FarSpec } from "./store-spec.ts";
import type { AsyncStore, BlockingStore } from "./store.ts";

/** Opens a store that is awaited, in whatever thread this is. Loads no client and connects to nothing yet. `given`: see `configured-store.ts`. */
export function openFarStore(spec: FarSpec, given?: unknown): AsyncStore {
  return spec.kind === "redis" ? createRedisStore(spec) : createConfiguredStore(spec, given);
}

/** The same with a form for sync callers, which starts a worker when it is first used. */
export function openBothWays(spec: FarSpec, given?: unknown): AsyncStore & { readonly blocking: BlockingStore } {
  const store = openFarStore(spec, given);
  const blocking = createBlockingStore(spec, store.label, store.compressFrom);
  const close = async (): Promise<void> => {
    await Promise.all([blocking.close(), store.close()]);
  };
  return { ...store, blocking, close };
}
