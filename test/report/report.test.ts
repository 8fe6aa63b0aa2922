import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import type { CallOutcome } from "../../runtime/call/outcome.ts";
import { reportJson } from "../../runtime/report/report-json.ts";
import { reportLine } from "../../runtime/report/report-line.ts";
import { summaryTable } from "../../runtime/report/summary-table.ts";
import { createTally, type Totals } from "../../runtime/report/tally.ts";
import { writeReport } from "../../runtime/report/write-report.ts";
import { bypass, hit, miss, target } from "./outcomes.ts";

const price = target("price");
const load = target("load", "src/b.ts", 9);

function totals(...outcomes: readonly CallOutcome[]): Totals {
  const tally = createTally();
  for (const outcome of outcomes) tally.record(outcome);
  return tally.totals();
}

const many = <T>(number: number, item: T): T[] => Array.from({ length: number }, () => item);
const captures = { code: "closure-captures-unknown", detail: "compare", file: "src/a.ts", line: 7 } as const;
const full: readonly CallOutcome[] = [
  ...many(11, hit(price, 3_000)),
  hit(load, 8_200),
  miss(price, "new"),
  miss(load, "new"),
  miss(price, "code-changed", "src/text.ts#normalize"),
  bypass(price, captures),
];

const lines: readonly (readonly [line: string, outcomes: readonly CallOutcome[]])[] = [
  ["12 hits, 3 misses (2 new, 1 code changed: src/text.ts#normalize), 1 bypassed, saved 41.2 s", full],
  ["0 hits, 0 misses", []],
  ["1 hit, 0 misses, saved 850 ms", [hit(price, 850)]],
  ["1 hit, 0 misses, saved -2 ms", [hit(price, -2)]],
  ["0 hits, 1 miss (1 new)", [miss(price, "new")]],
  ["0 hits, 0 misses, 2 bypassed", many(2, bypass(price, captures))],
  [
    "0 hits, 4 misses (1 code changed, 1 expired, 1 refreshed, 1 lost)",
    [miss(price, "lost"), miss(price, "refresh"), miss(price, "expired"), miss(price, "code-changed")],
  ],
  [
    "0 hits, 2 misses (2 code changed: a, b, c and 2 more)",
    [miss(price, "code-changed", "a", "b"), miss(load, "code-changed", "b", "c", "d", "e")],
  ],
  ["0 hits, 1 miss (1 code changed: a\ufffd[31m)", [miss(price, "code-changed", "a\u001b[31m")]],
  [
    "0 hits, 3000 misses (3000 new); src/a.ts#price costs more to cache than to run (20.0 s against 10.0 s), 1 more does",
    [...many(2000, { ...miss(price, "new"), spentMs: 10 }), ...many(1000, { ...miss(load, "new"), spentMs: 6 })],
  ],
  ["0 hits, 2000 misses (2000 new)", many(2000, { ...miss(price, "new"), spentMs: 4 })],
];
for (const [line, outcomes] of lines) {
  test(line, () => assert.equal(reportLine(totals(...outcomes)), `astrocache: ${line}`));
}

test("the JSON is that of the design, to the byte", () => {
  const tally = createTally();
  tally.know(price);
  for (const outcome of full) if (outcome.target === price) tally.record(outcome);
  tally.know(load);
  tally.decline("my-app:src/b.ts#now", "reads-clock");
  tally.decline("my-app:src/b.ts#now", "reads-clock");
  assert.equal(
    JSON.stringify(reportJson(tally.totals())),
    '{"version":1,"hits":11,"misses":2,"bypassed":1,"savedMs":33000,"targets":[' +
      '{"id":"my-app:src/a.ts#price","file":"src/a.ts","name":"price","line":4,"codeDigest":"c2",' +
      '"hits":11,"misses":2,"bypassed":1,"savedMs":33000,' +
      '"missReasons":{"new":1,"code-changed":1},"bypassReasons":{"closure-captures-unknown":1}},' +
      '{"id":"my-app:src/b.ts#load","file":"src/b.ts","name":"load","line":9,"codeDigest":null,' +
      '"hits":0,"misses":0,"bypassed":0,"savedMs":0,"missReasons":{},"bypassReasons":{}}],' +
      '"declined":[{"id":"my-app:src/b.ts#now","reason":"reads-clock"}]}',
  );
});

test("functions of one name and file are told apart by their line, instances of one are not", () => {
  const { targets } = totals(
    hit(target("f", "a.ts", 1), 1),
    hit(target("f", "a.ts", 1), 1),
    hit(target("f", "a.ts", 2), 1),
  );
  assert.deepEqual(
    targets.map(({ line, hits }) => [line, hits]),
    [
      [1, 2],
      [2, 1],
    ],
  );
});

test("totals do not change when counting goes on", () => {
  const tally = createTally();
  tally.record(miss(price, "new"));
  const before = tally.totals();
  const copy = structuredClone(before);
  tally.record(miss(price, "new", "x"));
  assert.deepEqual(before, copy);
});

test("the table of =summary", () => {
  const tally = createTally();
  for (const outcome of full) tally.record(outcome);
  tally.decline("my-app:src/b.ts#now", "reads-clock");
  assert.equal(
    summaryTable(tally.totals()),
    [
      "function               hits  misses  bypassed   saved  why",
      "my-app:src/a.ts#price    11       2         1  33.0 s  1 new; 1 code-changed: src/text.ts#normalize",
      "my-app:src/b.ts#load      1       1         0   8.2 s  1 new",
      "bypassed my-app:src/a.ts#price ×1: closure-captures-unknown compare (src/a.ts:7)",
      "  A function among the inputs captures variables that cannot be read, or was not made in tracked code. Define it at the top level of a module, or pass data instead of a function.",
      "declined my-app:src/b.ts#now: reads-clock",
      "  The function reads the clock. Pass the time as an argument, or name the function with `#name` or a tag.",
    ].join("\n"),
  );
});

function written(form: Parameters<typeof writeReport>[1], of: Totals): string {
  let text = "";
  writeReport(of, form, (piece) => (text += piece));
  return text;
}

test("what goes to stderr in each form", () => {
  const some = totals(hit(price, 1_000));
  assert.equal(written({ kind: "off" }, some), "");
  assert.equal(written({ kind: "line" }, some), "astrocache: 1 hit, 0 misses, saved 1.0 s\n");
  assert.match(written({ kind: "summary" }, some), /^astrocache: 1 hit.*\nfunction .*\nmy-app:src\/a\.ts#price .*\n$/);
  assert.equal(written({ kind: "line" }, totals()), "", "a run without targets is silent");
});

test("the file of the report, in a folder that does not exist yet", (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-report-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "new/deep/r.json");
  assert.equal(
    written({ kind: "json", path: file }, totals(hit(price, 1_000))),
    "astrocache: 1 hit, 0 misses, saved 1.0 s\n",
  );
  assert.deepEqual(JSON.parse(readFileSync(file, "utf8")), reportJson(totals(hit(price, 1_000))));
  assert.deepEqual(readdirSync(path.dirname(file)), ["r.json"], "no temporary file is left");
  assert.equal(written({ kind: "json", path: file }, totals()), "");
  assert.deepEqual(
    JSON.parse(readFileSync(file, "utf8")),
    reportJson(totals()),
    "a run without targets is written, too",
  );
});

test("a report that cannot be written is a line, not an exception", (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-report-"));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(path.join(folder, "file"), "");
  const text = written({ kind: "json", path: path.join(folder, "file/r.json") }, totals());
  assert.match(text, /^astrocache: the report could not be written: .*\n$/);
});
