/**
 * `node tasks.js TASK SIZE CALLS TOGETHER BEFORE`: prints the microseconds of one call, the mean over so many different calls. Which
 * of them are hits depends on what ran before in the same folder (`BENCH_FOLDER`). So many others go before that are not counted.
 */
import { text, textLater } from "../subjects/texts.ts";

type Task = (id: number, size: number) => unknown;

const tasks: Readonly<Record<string, () => Task | Promise<Task>>> = {
  "text": () => text,
  "text-later": () => textLater,
  "memoize-fs": async () => (await import("../peers/on-disk.ts")).withMemoizeFs(),
  "read-files": async () => (await import("../floors/files.ts")).readEntries(),
  "write-files": async () => (await import("../floors/files.ts")).writeEntries(),
  "redis-get": async () => (await import("../floors/redis.ts")).getEntries(),
  "redis-worker": async () => (await import("../floors/redis.ts")).bridgeEntries(),
  "keyv-redis": async () => (await import("../peers/in-redis.ts")).withKeyv(),
  "p-memoize-redis": async () => (await import("../peers/in-redis.ts")).withPMemoize(),
  "cacheable-redis": async () => (await import("../peers/in-redis.ts")).withCacheable(),
};

const [name = "", size = "100", calls = "1000", at = "1", before = "1"] = process.argv.slice(2);
const task = await tasks[name]?.();
if (task === undefined) throw new Error(`no task ${name}`);
const together = Number(at);
await callAll(task, 0, Number(before));
const start = performance.now();
await callAll(task, Number(before), Number(before) + Number(calls));
process.stdout.write(`${((performance.now() - start) / Number(calls)) * 1000}\n`);
process.exit();

async function callAll(call: Task, from: number, to: number): Promise<void> {
  for (let id = from; id < to; id += together) {
    const results = Array.from({ length: Math.min(together, to - id) }, (_, place) => call(id + place, Number(size)));
    if (results[0] instanceof Promise) await Promise.all(results);
  }
}
