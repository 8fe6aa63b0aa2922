import assert from "node:assert/strict";
import { test } from "node:test";
import { analysisProgress } from "../../loader/facts/analysis-progress.ts";

/** What is written while five texts are analyzed that take 400 ms each, with a minute of the program after each. */
function written(isTTY: boolean): string[] {
  let now = 0;
  const texts: string[] = [];
  const progress = analysisProgress({ isTTY, write: (text) => texts.push(text) }, {}, () => now);
  for (const file of ["a.ts", "b.ts", "c.ts", "d.ts", "e.ts"]) {
    progress.around(file, () => {
      now += 400;
    });
    now += 60_000;
  }
  return texts;
}

test("on a terminal, analysis that has taken a second is told, and taken away before the program goes on", () => {
  assert.deepEqual(written(true), [
    "\r\u001b[Kastrocache: analyzing d.ts, 1 s",
    "\r\u001b[K",
    "\r\u001b[Kastrocache: analyzing e.ts, 2 s",
    "\r\u001b[K",
  ]);
});

test("nothing is told in a pipe, and what analysis throws comes through", () => {
  assert.deepEqual(written(false), []);
  const progress = analysisProgress({ isTTY: true, write: () => undefined }, {}, () => 0);
  const error = new Error("broken");
  assert.throws(
    () =>
      progress.around("a.ts", () => {
        throw error;
      }),
    error,
  );
});
