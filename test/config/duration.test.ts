import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { parseDuration } from "../../runtime/config/duration.ts";

const valid: readonly (readonly [string, number])[] = [
  ["500ms", 500],
  ["30s", 30_000],
  ["10m", 600_000],
  ["12h", 43_200_000],
  ["1d", 86_400_000],
  ["2w", 1_209_600_000],
  ["1.5h", 5_400_000],
  ["1d12h", 129_600_000],
  ["1d 12h 30m 10s 500ms", 131_410_500],
  [" 1d  12h ", 129_600_000],
];
for (const [text, milliseconds] of valid) {
  test(`${JSON.stringify(text)} is ${milliseconds} ms`, () => assert.equal(parseDuration(text), milliseconds));
}

const invalid = [
  "",
  " ",
  "0",
  "10",
  "0s",
  "-1s",
  "1 s",
  "1D",
  "1day",
  "1h1d",
  "1h 1h",
  "1.h",
  ".5h",
  "1e3s",
  "Infinity",
  "1mss",
  "1sm",
  "0.1ms",
  "9999999999999999w",
  "1d,2h",
];
for (const text of invalid) {
  test(`${JSON.stringify(text)} is no duration`, () => assert.equal(parseDuration(text), undefined));
}

test("what is written from whole units is read back as their sum", () => {
  const units = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };
  const amounts = fc.record({
    w: fc.nat(9),
    d: fc.nat(99),
    h: fc.nat(99),
    m: fc.nat(99),
    s: fc.nat(99),
    ms: fc.nat(9_999),
  });
  fc.assert(
    fc.property(amounts, fc.constantFrom("", " "), (given, gap) => {
      const pieces = Object.entries(given).filter(([, amount]) => amount > 0);
      const sum = pieces.reduce((all, [unit, amount]) => all + amount * units[unit as keyof typeof units], 0);
      assert.equal(parseDuration(pieces.map(([unit, amount]) => amount + unit).join(gap)), sum === 0 ? undefined : sum);
    }),
  );
});
