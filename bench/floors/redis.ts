/** What a store in Redis cannot do without. */
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import { createClient } from "@keyv/redis";

/** RESP's mark for a string of bytes: they are handed over as they came. */
const typeMapping = { 36: Buffer };

async function connected(): Promise<{ get(key: string): Promise<unknown>; keys(glob: string): Promise<string[]> }> {
  const client = createClient({ url: process.env["BENCH_REDIS"] ?? "" });
  await client.connect();
  const bytes = client.withTypeMapping(typeMapping);
  return { get: (key) => bytes.get(key), keys: (glob) => client.keys(glob) };
}

/** The bare client's GET of the entries that astrocache has written. */
export async function getEntries(): Promise<(id: number) => Promise<unknown>> {
  const { get, keys } = await connected();
  const all = await entryKeys(keys);
  return (id) => get(all[id] ?? "");
}

/** The same for a thread that sleeps meanwhile: another one does it, the reply comes by message, and shared memory wakes. */
export async function bridgeEntries(): Promise<(id: number) => unknown> {
  const { keys } = await connected();
  const all = await entryKeys(keys);
  const { port1, port2 } = new MessageChannel();
  const replies = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL("redis-worker.js", import.meta.url), {
    workerData: { port: port2, replies },
    transferList: [port2],
  });
  worker.unref();
  return (id) => {
    const seen = Atomics.load(replies, 0);
    port1.postMessage(all[id] ?? "");
    Atomics.wait(replies, 0, seen);
    return receiveMessageOnPort(port1)?.message as unknown;
  };
}

async function entryKeys(keys: (glob: string) => Promise<string[]>): Promise<string[]> {
  return (await keys("*")).filter((key) => /[0-9a-f]{64}$/.test(key));
}
