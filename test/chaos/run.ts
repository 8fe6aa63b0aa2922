/*
 * The chaos suite: `node dist/test/chaos/run.js [part of a name …]`. Each fault happens in the middle of a running program; what
 * was measured is printed. Fails if any result was wrong, a call took too long, the process did not end, or the store was not taken up again.
 */
import { NO_REDIS } from "../stores/redis-server.ts";
import { tableOf } from "./figures.ts";
import type { Figures } from "./figures.ts";
import { folderFaults } from "./folder-faults.ts";
import { redisFaults } from "./redis-faults.ts";
import { underFault } from "./redis.ts";

interface Chapter {
  readonly name: string;
  readonly skip: string | false;
  readonly run: () => Promise<Figures>;
}

const wanted = process.argv.slice(2);
const onRedis = redisFaults.map((fault): Chapter => ({
  name: `Redis: ${fault.name}`,
  skip: NO_REDIS,
  run: () => underFault(fault),
}));
const chapters = [...folderFaults, ...onRedis].filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)),
);
const started = performance.now();
const figures = new Map<string, Figures>();
let failures = 0;

/** Two at a time: they wait more than they work. */
const waiting = chapters.values();
await Promise.all([goOn(), goOn()]);

const rows = chapters.map(({ name }) => figures.get(name)).filter((row) => row !== undefined);
const seconds = ((performance.now() - started) / 1_000).toFixed(0);
console.log(
  `\n${tableOf(rows)}\n\n${rows.length} passed, ${failures} failed, ${chapters.length - rows.length - failures} left out, ${seconds} s`,
);
process.exitCode = failures === 0 ? 0 : 1;

async function goOn(): Promise<void> {
  for (const { name, skip, run } of waiting) {
    if (skip !== false) {
      console.log(`left out: ${name}: ${skip}`);
      continue;
    }
    try {
      figures.set(name, { ...(await run()), fault: name });
      console.log(`passed: ${name}`);
    } catch (error) {
      failures += 1;
      console.log(`FAILED: ${name}\n${error instanceof Error ? error.stack : String(error)}`);
    }
  }
}
