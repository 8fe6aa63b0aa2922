import { createBlockingStore, patienceMs } from "./blocking-store.ts";
import { createBridge } from "./bridge.ts";
import { createBridgedStore } from "./bridged-store.ts";
import { createConfiguredStore } from "./configured-store.ts";
import { createRedisStore } from "../redis/redis.ts";
import type { FarSpec } from "../store-spec.ts";
import type { AsyncStore, BlockingStore } from "../store.ts";

/** Opens a store that is awaited in this thread. Loads no client and connects to nothing yet. */
export function openFarStore(spec: FarSpec): AsyncStore {
  return spec.kind === "redis" ? createRedisStore(spec) : createConfiguredStore(spec);
}

/**
 * The same with a form for sync callers, which starts a worker when it is first used.
 *
 * Adapters and clients for sentinels are in the worker only: their sockets and timers would keep the program from ending,
 * and an adapter that was made twice may not know what its twin has written.
 */
export function openBothWays(spec: FarSpec): AsyncStore & { readonly blocking: BlockingStore } {
  const direct = openFarStore(spec);
  const { label, compressFrom } = direct;
  const bridge = createBridge(spec);
  const blocking = createBlockingStore(bridge, { label, compressFrom, timeoutMs: spec.timeoutMs });
  const isDirect = spec.kind === "redis" && spec.connect.kind !== "sentinel";
  const store = isDirect
    ? direct
    : createBridgedStore(bridge, { label, compressFrom, patienceMs: patienceMs(spec.timeoutMs) });
  const close = async (): Promise<void> => {
    await Promise.all([blocking.close(), store.close()]);
  };
  return { ...store, blocking, close };
}
