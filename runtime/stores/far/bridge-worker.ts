import { workerData } from "node:worker_threads";
import type { BridgeData, Numbered, Reply, Request } from "./bridge-protocol.ts";
import { openFarStore } from "./far-store.ts";

/* The worker's side: does what it is asked, and answers each request once. Its store bounds every operation. */

const { spec, port, replies } = workerData as BridgeData;
const store = openFarStore(spec);

const LEASE_MS = 5_000;
const PROLONG_MS = 1_500;
const writes = new Set<Promise<void>>();
const prolonged = new Map<string, NodeJS.Timeout>();

port.on("message", ({ id, request }: Numbered) => void answer(id, request));

async function answer(id: number, request: Request): Promise<void> {
  const reply = await act(id, request);
  port.postMessage(reply);
  Atomics.add(replies, 0, 1);
  Atomics.notify(replies, 0);
}

async function act(id: number, request: Request): Promise<Reply> {
  try {
    const value = await perform(request);
    return { id, fence: store.fence(), ok: true, value };
  } catch (error) {
    return { id, fence: store.fence(), ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

async function perform(request: Request): Promise<Uint8Array | boolean | undefined> {
  switch (request.op) {
    case "get":
      return store.get(request.key);
    case "delete":
      return store.delete(request.key);
    case "set":
      await track(store.set(request.key, request.bytes, request.expiresAt, request.fence));
      return undefined;
    case "clear":
      await store.clear();
      return undefined;
    case "lock":
      return lock(request.key, request.token, request.leaseMs);
    case "unlock":
      clearInterval(prolonged.get(request.key));
      prolonged.delete(request.key);
      // The one that comes next must find what was written.
      await Promise.allSettled(writes);
      await store.unlock?.(request.key, request.token);
      return undefined;
  }
}

async function track(write: Promise<void>): Promise<void> {
  writes.add(write);
  try {
    await write;
  } finally {
    writes.delete(write);
  }
}

/** A thread that waits cannot prolong what it holds; this one does, and dies with the process. */
async function lock(key: string, token: string, leaseMs: number): Promise<boolean> {
  if (store.lock === undefined) return true;
  const short = Math.min(leaseMs, LEASE_MS);
  const isHeld = await store.lock(key, token, short);
  if (isHeld && short < leaseMs && !prolonged.has(key)) prolong(key, token, performance.now() + leaseMs);
  return isHeld;
}

function prolong(key: string, token: string, end: number): void {
  const timer = setInterval(() => {
    if (performance.now() < end) store.lock?.(key, token, LEASE_MS).catch(() => "the lease ends by itself");
    else clearInterval(timer);
  }, PROLONG_MS);
  prolonged.set(key, timer);
}
