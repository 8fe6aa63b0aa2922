import { setTimeout as sleep } from "node:timers/promises";

/*
 * The program of the chaos suite, run with the hook: `program.js SECONDS FIRST [back]`, or `program.js fill FIRST`. Calls a sync and an async
 * function with ever new arguments from FIRST on, checks each result, and notes whether the function ran, how long the call took, and when.
 * With `back`, its clock is set back by a day after a second.
 */

export interface Call {
  /** Milliseconds since the start of the loop. */
  readonly at: number;
  readonly ms: number;
  readonly ran: boolean;
}

export interface Observed {
  readonly sync: readonly Call[];
  readonly async: readonly Call[];
  readonly wrong: number;
  /** Milliseconds since the epoch, when the last call had returned. By a clock that nobody sets. */
  readonly endedAt: number;
}

const [seconds = "fill", first = "0", clock = ""] = process.argv.slice(2);
const isFilling = seconds === "fill";

/** So many can be called in a run, at one every 10 ms and more. */
const MOST = 1_200;

const PAUSE_MS = 10;
const DAY_MS = 86_400_000;

const marks = { ran: false };

// @astrocache ttl=1h ignore=note
function computed(n: number, note: { ran: boolean }): { n: number; list: number[]; text: string } {
  note.ran = true;
  return { n, list: [n, n + 1, -0], text: "é".repeat(n % 50) };
}

// @astrocache ignore=note
async function fetched(n: number, note: { ran: boolean }): Promise<Map<string, Uint8Array>> {
  note.ran = true;
  await sleep(0);
  return new Map([[`key ${n}`, new Uint8Array(100 + (n % 20_000)).fill(n)]]);
}

function isRight(n: number, one: ReturnType<typeof computed>, two: Map<string, Uint8Array>): boolean {
  const bytes = two.get(`key ${n}`);
  const isOne = one.n === n && one.list[1] === n + 1 && Object.is(one.list[2], -0) && one.text === "é".repeat(n % 50);
  return isOne && bytes?.byteLength === 100 + (n % 20_000) && bytes.every((byte) => byte === n % 256);
}

async function main(): Promise<Observed> {
  const seen = { sync: [] as Call[], async: [] as Call[], wrong: 0 };
  const start = performance.now();
  process.send?.("begun");
  for (
    let n = Number(first);
    isFilling ? n < Number(first) + MOST : performance.now() - start < Number(seconds) * 1_000;
    n++
  ) {
    marks.ran = false;
    let before = performance.now();
    const one = computed(n, marks);
    seen.sync.push({ at: before - start, ms: performance.now() - before, ran: marks.ran });
    marks.ran = false;
    before = performance.now();
    const two = await fetched(n, marks);
    seen.async.push({ at: before - start, ms: performance.now() - before, ran: marks.ran });
    if (!isRight(n, one, two)) seen.wrong += 1;
    if (!isFilling) await sleep(PAUSE_MS);
  }
  return { ...seen, endedAt: performance.timeOrigin + performance.now() };
}

function setClockBack(): void {
  const { now } = Date;
  Date.now = () => now() - DAY_MS;
}

if (clock === "back") setTimeout(setClockBack, 1_000);
const observed = await main();
process.send?.(observed, () => process.disconnect());
