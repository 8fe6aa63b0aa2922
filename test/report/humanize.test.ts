import assert from "node:assert/strict";
import { test } from "node:test";
import { count, humanDuration, printable } from "../../runtime/report/humanize.ts";

const rows: readonly (readonly [number, string])[] = [
  [0, "0 ms"],
  [0.04, "0 ms"],
  [0.44, "0.4 ms"],
  [9.96, "10 ms"],
  [850.4, "850 ms"],
  [999.4, "999 ms"],
  [999.6, "1.0 s"],
  [41_200, "41.2 s"],
  [59_940, "59.9 s"],
  [59_960, "1 min"],
  [725_000, "12 min 5 s"],
  [3_599_400, "59 min 59 s"],
  [3_599_600, "1 h"],
  [11_520_000, "3 h 12 min"],
  [86_400_000, "1 d"],
  [183_600_000, "2 d 3 h"],
  [-1_500, "-1.5 s"],
];
for (const [milliseconds, text] of rows) {
  test(`${milliseconds} ms is ${text}`, () => assert.equal(humanDuration(milliseconds), text));
}

test("nouns are counted", () => {
  assert.deepEqual(
    [count(0, "hit"), count(1, "hit"), count(2, "miss"), count(1, "miss")],
    ["0 hits", "1 hit", "2 misses", "1 miss"],
  );
});

test("nothing that a terminal obeys is printed", () => {
  assert.equal(printable("größe\u001b[31m\n\u202e"), "größe\ufffd[31m\ufffd\ufffd");
});
