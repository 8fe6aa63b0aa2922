/**
 * `node tasks.js TASK SIZE CALLS`: prints the microseconds of one call, the mean over so many different calls. Which of them are hits
 * depends on what ran before in the same folder (`BENCH_FOLDER`). One call more goes before, so that what is done once is not in it.
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

const [name = "", size = "100", calls = "1000", at = "1"] = process.argv.slice(2);
const task = await tasks[name]?.();
if (task === undefined) throw new Error(`no task ${name}`);
await task(0, Number(size));
const together = Number(at);
const start = performance.now();
for (let id = 1; id <= Number(calls); id += together) {
  const results = Array.from({ length: together }, (_, place) => task(id + place, Number(size)));
  if (together > 1 || results[0] instanceof Promise) await Promise.all(results);
}
process.stdout.write(`${((performance.now() - start) / Number(calls)) * 1000}\n`);
process.exit();
