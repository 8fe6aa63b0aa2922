import type { Bridge } from "./bridge.ts";
import type { Reply, Request } from "./bridge-protocol.ts";
import { withDeadline } from "../deadline.ts";
import type { AsyncStore, Fence } from "../store.ts";

const UNKNOWN: Fence = -1;

export interface BridgedOptions {
  readonly label: string;
  readonly compressFrom: number | undefined;
  /** Milliseconds within which the worker answers, its start included. */
  readonly patienceMs: number;
}

/** A store that lives in a worker, for callers that can wait for a promise. */
export function createBridgedStore(bridge: Bridge, { label, compressFrom, patienceMs }: BridgedOptions): AsyncStore {
  let fence = UNKNOWN;

  const ask = async (request: Request): Promise<Uint8Array | boolean | undefined> => {
    const answered = new Promise<Reply>((resolve) => bridge.post(request, resolve));
    const reply = await withDeadline(answered, patienceMs, "an operation");
    if (reply.fence !== UNKNOWN) fence = reply.fence;
    if (reply.ok) return reply.value;
    throw new Error(reply.message);
  };

  return {
    mode: "async",
    label,
    compressFrom,
    async get(key) {
      const value = await ask({ op: "get", key });
      return value instanceof Uint8Array ? value : undefined;
    },
    async set(key, bytes, expiresAt, before) {
      await ask({ op: "set", key, bytes, expiresAt, fence: before });
    },
    delete: async (key) => (await ask({ op: "delete", key })) === true,
    async clear() {
      await ask({ op: "clear" });
    },
    fence: () => fence,
    lock: async (key, token, leaseMs) => (await ask({ op: "lock", key, token, leaseMs })) !== false,
    async unlock(key, token) {
      await ask({ op: "unlock", key, token });
    },
    close: () => bridge.stop(),
  };
}
