import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { keepLastRun, readLastRun, type LastRun } from "../../runtime/report/last-run.ts";
import { createTally } from "../../runtime/report/tally.ts";
import { bypass, hit, miss, target } from "../report/outcomes.ts";
import { NOW, stage, type Stage } from "./stage.ts";

function lastRun({ root }: Stage): LastRun {
  const tally = createTally();
  const price = target("price");
  tally.record(hit(price, 100));
  tally.record(miss(price, "new"));
  tally.record(miss(price, "code-changed", "src/text.ts#normalize"));
  tally.record(bypass(price, { code: "closure-captures-unknown", detail: "compare", file: "src/a.ts", line: 7 }));
  tally.know(target("idle", "src/b.ts", 9));
  tally.decline("my-app:src/b.ts#now", "reads-clock");
  return {
    format: 2,
    endedAt: NOW - 60_000,
    root,
    command: ["app.ts", "--fast"],
    totals: tally.totals(),
    novelties: {},
  };
}

const price = [
  "my-app:src/a.ts#price src/a.ts:4",
  "  1 answered",
  "  1 ran: these inputs were not seen before",
  "  1 ran: the code changed",
  "      normalize(): body changed",
  "  1 bypassed: A function among the inputs captures variables that cannot be read, or was not made in tracked code. (compare) src/a.ts:7",
  "      Define it at the top level of a module, or pass data instead of a function.",
];

test("why, for the whole run and for one function", async (t) => {
  const on = stage(t);
  assert.ok(keepLastRun(on.cache, lastRun(on)));
  const idle = ["my-app:src/b.ts#idle src/b.ts:9", "  not called"];
  const now = [
    "my-app:src/b.ts#now declined: The function reads the clock.",
    "      Pass the time as an argument, or name the function with `#name` or a tag.",
  ];
  const head = "app.ts --fast, 1 min ago";
  assert.deepEqual(await on.run("why"), { code: 0, err: "", out: `${[head, ...price, ...idle, ...now].join("\n")}\n` });
  assert.deepEqual((await on.run("why src/a.ts#price")).out, `${[head, ...price].join("\n")}\n`);
  assert.deepEqual((await on.run("why src/b.ts")).out, `${[head, ...idle, ...now].join("\n")}\n`);
  const { code, out } = await on.run("why src/c.ts");
  assert.deepEqual([code, out], [1, "The last run had no function that src/c.ts picks.\n"]);
});

test("why --json", async (t) => {
  const on = stage(t);
  const run = lastRun(on);
  keepLastRun(on.cache, run);
  const { targets, declined } = run.totals;
  const explained = targets.map((one) => ({
    ...one,
    changes: one.changes.map((change) => ({ ...change, diff: [] })),
    novelty: null,
  }));
  const expected = JSON.parse(
    JSON.stringify({ version: 1, endedAt: run.endedAt, command: run.command, targets: explained, declined }),
  ) as unknown;
  assert.deepEqual(JSON.parse((await on.run("why --json")).out), expected);
});

test("why before any run", async (t) => {
  const { code, out } = await stage(t).run("why");
  assert.deepEqual(
    [code, out],
    [1, "No run of this project is remembered. Run it with node --import astrocache/register first.\n"],
  );
});

test("a last run that is damaged, or of another checkout, is none", (t) => {
  const on = stage(t);
  const run = lastRun(on);
  keepLastRun(on.cache, run);
  assert.deepEqual(readLastRun(on.cache, on.root)?.command, run.command);
  assert.equal(readLastRun(on.cache, `${on.root}/other`), undefined);
  const folder = path.join(on.cache, "runs");
  const file = path.join(folder, readdirSync(folder)[0] ?? "");
  const damaged = { ...run, totals: { ...run.totals, targets: [{ id: 1 }] } };
  for (const text of ["", "{", "null", "{}", JSON.stringify({ ...run, format: 1 }), JSON.stringify(damaged)]) {
    writeFileSync(file, text);
    assert.equal(readLastRun(on.cache, on.root), undefined, text);
  }
});

test("a run that cannot be kept is told by the answer", (t) => {
  const on = stage(t);
  mkdirSync(on.cache, { recursive: true });
  writeFileSync(path.join(on.cache, "runs"), "");
  assert.equal(keepLastRun(on.cache, lastRun(on)), false);
});
