import type { Bridge } from "./bridge.ts";
import type { Reply } from "./bridge-protocol.ts";
import type { BlockingStore, Fence } from "../store.ts";

/** Starting a thread and loading a client of Redis took 90 ms, and 600 ms with both cores busy. */
const START_MS = 2_000;

/** A store connects within two timeouts and operates within a third; the rest is for a busy machine. */
const PATIENCE = 3;
const SLACK_MS = 100;

const UNKNOWN: Fence = -1;

export interface BlockingOptions {
  readonly label: string;
  readonly compressFrom: number | undefined;
  /** Milliseconds that one operation of the store may take. */
  readonly timeoutMs: number;
}

/** How long an answer may take to come, the worker's start included. Milliseconds. */
export function patienceMs(timeoutMs: number): number {
  return PATIENCE * timeoutMs + SLACK_MS + START_MS;
}

/** A store that is awaited, for callers that cannot: a worker does the I/O. Nothing is started before it is used. */
export function createBlockingStore(
  bridge: Bridge,
  { label, compressFrom, timeoutMs }: BlockingOptions,
): BlockingStore {
  let fence = UNKNOWN;
  let hasAnswered = false;
  let writeFailure: Error | undefined;
  let probe: "none" | "pending" | "ok" | Error = "none";

  const learn = (reply: Reply): void => {
    if (reply.fence !== UNKNOWN) fence = reply.fence;
  };

  const ask = (request: Parameters<typeof bridge.ask>[0]): Uint8Array | boolean | undefined => {
    const reply = bridge.ask(request, patienceMs(timeoutMs) - (hasAnswered ? START_MS : 0));
    hasAnswered = true;
    learn(reply);
    if (reply.ok) return reply.value;
    throw new Error(reply.message);
  };

  return {
    mode: "sync",
    label,
    compressFrom,
    get(key) {
      const value = ask({ op: "get", key });
      return value instanceof Uint8Array ? value : undefined;
    },
    set(key, bytes, expiresAt, before) {
      bridge.look();
      const failure = writeFailure;
      writeFailure = undefined;
      bridge.post({ op: "set", key, bytes, expiresAt, fence: before }, (reply) => {
        learn(reply);
        if (!reply.ok) writeFailure = new Error(reply.message);
      });
      // Of an earlier write: nobody waits for this one.
      if (failure !== undefined) throw failure;
    },
    delete: (key) => ask({ op: "delete", key }) === true,
    clear: () => void ask({ op: "clear" }),
    fence: () => fence,
    lock: (key, token, leaseMs) => ask({ op: "lock", key, token, leaseMs }) !== false,
    unlock: (key, token) => bridge.post({ op: "unlock", key, token }, learn),
    probe(key) {
      bridge.look();
      const state = probe;
      if (state === "pending") return state;
      probe = "none";
      if (state !== "none") return state;
      probe = "pending";
      bridge.post({ op: "get", key }, (reply) => (probe = reply.ok ? "ok" : new Error(reply.message)));
      return probe;
    },
    drain: (ms) => bridge.drain(ms),
    close() {
      bridge.drain(timeoutMs);
      return bridge.stop();
    },
  };
}
