import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { coveredTime, type CountedRun } from "../../runtime/report/covered-time.ts";
import type { CallOutcome } from "../../runtime/call/outcome.ts";
import { SavedTime } from "../../runtime/report/saved-time.ts";
import { createTally } from "../../runtime/report/tally.ts";
import { hit, target } from "./outcomes.ts";

type Run = readonly [startedAt: number, durationMs: number];

const rows: readonly (readonly [title: string, runs: readonly Run[], costMs: number, total: number])[] = [
  ["nothing", [], 0, 0],
  [
    "one after the other",
    [
      [0, 10],
      [10, 10],
      [50, 5],
    ],
    0,
    25,
  ],
  [
    "ten at one time",
    Array.from({ length: 10 }, (): Run => [0, 100]).map(([, ms], at): Run => [at / 1000, ms]),
    0,
    100.009,
  ],
  [
    "one inside another",
    [
      [0, 100],
      [20, 30],
    ],
    0,
    100,
  ],
  [
    "in part at one time",
    [
      [0, 10],
      [5, 10],
    ],
    0,
    15,
  ],
  [
    "one call answered three times",
    [
      [0, 10],
      [0, 10],
      [0, 10],
    ],
    0,
    30,
  ],
  [
    "answers that cost more than they save",
    [
      [0, 1],
      [5, 1],
    ],
    2,
    -2,
  ],
];
for (const [title, runs, costMs, total] of rows) {
  test(`saved: ${title}`, () => {
    const saved = new SavedTime();
    for (const [startedAt, durationMs] of runs) saved.add({ startedAt, durationMs }, costMs);
    assert.equal(saved.total(), total);
  });
}

test("saved: many answers", () => {
  const saved = new SavedTime();
  for (let at = 0; at < 5_000; at++) saved.add({ startedAt: at * 10, durationMs: 15 }, 0);
  assert.equal(saved.total(), 50_005);
});

test("saved: the first answers of all runs, and the second ones, and so on", () => {
  const run = fc.record({ start: fc.nat(40), length: fc.nat(12), answers: fc.integer({ min: 1, max: 4 }) });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 12 }), (runs) => {
      const counted = runs.map(({ start, length, answers }) => ({ start, end: start + length, answers }));
      assert.equal(coveredTime(counted), covered(counted));
    }),
  );
});

/** By looking at each millisecond of each round. */
function covered(runs: readonly CountedRun[]): number {
  let total = 0;
  for (let round = 0; round < 4; round++)
    for (let at = 0; at < 60; at++)
      if (runs.some(({ start, end, answers }) => answers > round && start <= at && at < end)) total++;
  return total;
}

test("saved: answers that were awaited at one time cost that time once, for their targets and in all", () => {
  const tally = createTally(
    () => 0,
    0,
    () => 500,
  );
  for (const name of ["fetchUser", "fetchPage"])
    for (let call = 0; call < 100; call++)
      tally.record({
        ...hit({ ...target(name), isAsync: true }, -20),
        ran: { startedAt: 1_000 * call, durationMs: 10 },
      } as CallOutcome);
  const { savedMs, targets } = tally.totals();
  assert.deepEqual(
    targets.map((each) => each.savedMs),
    [970, 970],
  );
  assert.equal(savedMs, 970);
});
