import { type MessagePort, workerData } from "node:worker_threads";
import { createClient } from "@keyv/redis";

const { port, replies } = workerData as { readonly port: MessagePort; readonly replies: Int32Array };
const client = createClient({ url: process.env["BENCH_REDIS"] ?? "" });
await client.connect();
const bytes = client.withTypeMapping({ 36: Buffer });

port.on("message", (key: string) => void answer(key));

async function answer(key: string): Promise<void> {
  port.postMessage(await bytes.get(key));
  Atomics.add(replies, 0, 1);
  Atomics.notify(replies, 0);
}
