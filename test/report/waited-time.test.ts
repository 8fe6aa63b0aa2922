import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { coveredTime } from "../../runtime/report/covered-time.ts";
import { WaitedTime } from "../../runtime/report/waited-time.ts";

test("waits at one time count once", () => {
  const waited = new WaitedTime();
  for (let call = 0; call < 100; call++) waited.add(1_000, 1_030);
  assert.equal(waited.totalMs, 30);
  waited.add(1_020, 1_040);
  waited.add(1_050, 1_051);
  assert.equal(waited.totalMs, 41);
});

test("what is added as it ends is what is covered", () => {
  const wait = fc.record({ end: fc.nat(200), length: fc.nat(60) });
  fc.assert(
    fc.property(fc.array(wait, { maxLength: 60 }), (all) => {
      const waited = new WaitedTime();
      const runs = all.toSorted((a, b) => a.end - b.end).map(({ end, length }) => ({ start: end - length, end }));
      for (const { start, end } of runs) waited.add(start, end);
      assert.equal(waited.totalMs, coveredTime(runs.map((run) => ({ ...run, answers: 1 }))));
    }),
  );
});

test("a million waits one after another take no more room than a thousand", () => {
  const waited = new WaitedTime();
  for (let call = 0; call < 1_000_000; call++) waited.add(call, call + 0.5);
  assert.equal(waited.totalMs, 500_000);
});
