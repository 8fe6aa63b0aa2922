import { workerData } from "node:worker_threads";
import type { BridgeData, Numbered, Reply, Request } from "./bridge-protocol.ts";
import { openFarStore } from "./far-store.ts";

/* The worker's side: does what it is asked, and answers each request once. Its store bounds every operation. */

const { spec, port, replies } = workerData as BridgeData;
const store = openFarStore(spec);

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
      await store.set(request.key, request.bytes, request.expiresAt, request.fence);
      return undefined;
    case "clear":
      await store.clear();
      return undefined;
    case "lock":
      return store.lock?.(request.key, request.token, request.leaseMs) ?? true;
    case "unlock":
      await store.unlock?.(request.key, request.token);
      return undefined;
  }
}
