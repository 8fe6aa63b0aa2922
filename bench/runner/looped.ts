import type { Contestant } from "./scenario.ts";

/** How long one sample runs, in milliseconds: long against the clock, short against what else the machine does. */
const SAMPLE_MS = 30;
const MOST_CALLS = 5e6;
/** Before anything is measured: more than the different calls of `turning`, so that all of these are answered. */
const CALLS_BEFORE = 120;

/** A contestant that is called over and over; a sample is the time of one call, in microseconds. */
export function looped(name: string, run: () => unknown): Contestant {
  let calls: number | undefined;
  return {
    name,
    sample() {
      if (calls === undefined) timeSync(run, CALLS_BEFORE);
      calls ??= callsFor((count) => timeSync(run, count));
      return (timeSync(run, calls) / calls) * 1000;
    },
  };
}

/** The same for what has to be awaited, one call after the other. */
export function loopedAsync(name: string, run: () => Promise<unknown>): Contestant {
  let calls = 0;
  return {
    name,
    async sample() {
      if (calls === 0) {
        await timeAsync(run, CALLS_BEFORE);
        calls = 1;
        while (calls < MOST_CALLS && (await timeAsync(run, calls)) < SAMPLE_MS) calls *= 2;
      }
      return ((await timeAsync(run, calls)) / calls) * 1000;
    },
  };
}

function callsFor(time: (count: number) => number): number {
  let count = 1;
  while (count < MOST_CALLS && time(count) < SAMPLE_MS) count *= 2;
  return count;
}

/** Keeps what was computed alive, so that it is computed. */
const kept: { last?: unknown } = {};

function timeSync(run: () => unknown, count: number): number {
  const start = performance.now();
  for (let i = 0; i < count; i++) kept.last = run();
  return performance.now() - start;
}

async function timeAsync(run: () => Promise<unknown>, count: number): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < count; i++) kept.last = await run();
  return performance.now() - start;
}
