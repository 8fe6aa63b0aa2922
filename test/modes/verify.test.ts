import assert from "node:assert/strict";
import { test } from "node:test";
import { hookedProject } from "./project.ts";

const MANY = `
import { readFileSync } from "node:fs";
// @astrocache
function load(n) { return Number(readFileSync("data.txt", "utf8")) + n; }
const sum = Array.from({ length: 20 }, (_, n) => load(n)).reduce((a, b) => a + b);
console.log(sum);
`;

test("verify: the exit code says that something differs, where that is asked for", async (t) => {
  const on = hookedProject(t, { "app.js": MANY, "data.txt": "1" });
  await on.run();
  on.write("data.txt", "2");
  const told = await on.run({ ASTROCACHE_MODE: "verify" });
  assert.deepEqual([told.exit, told.stdout, told.report.different], [0, "230\n", 20]);
  assert.equal(told.stderr.match(/is not what was stored at result: stored 1?\d, now 1?\d/g)?.length, 3, told.stderr);
  const failed = await on.run({ ASTROCACHE_MODE: "verify", ASTROCACHE_VERIFY_EXIT: "3" });
  assert.equal(failed.exit, 3);
  on.write("data.txt", "1");
  const passed = await on.run({ ASTROCACHE_MODE: "verify", ASTROCACHE_VERIFY_EXIT: "3" });
  assert.deepEqual([passed.exit, passed.report.verified, passed.report.different], [0, 20, 0]);
});

test("verify: a program that fails by itself keeps its exit code", async (t) => {
  const on = hookedProject(t, { "app.js": `${MANY}process.exitCode = 7;`, "data.txt": "1" });
  await on.run();
  on.write("data.txt", "2");
  assert.equal((await on.run({ ASTROCACHE_MODE: "verify", ASTROCACHE_VERIFY_EXIT: "3" })).exit, 7);
});

test("verify: a part of the hits, evenly", async (t) => {
  const on = hookedProject(t, { "app.js": MANY, "data.txt": "1" });
  await on.run();
  const { report } = await on.run({ ASTROCACHE_MODE: "verify=0.25" });
  assert.deepEqual([report.hits, report.verified], [15, 5]);
});

const KINDS = `
import { existsSync } from "node:fs";
const isLater = () => existsSync("later");
// @astrocache
async function rejects() { if (isLater()) throw new TypeError("later"); return 1; }
// @astrocache
function throws() { if (isLater()) throw new RangeError("later"); return [1]; }
// @astrocache
function promises() { return Promise.resolve(isLater() ? { b: 1 } : { a: 1 }); }
// @astrocache
function changes(list) { if (isLater()) list.push(1); return list.length; }
// @astrocache
function order() { return isLater() ? { b: 1, a: 1 } : { a: 1, b: 1 }; }
// @astrocache
function same() { return new Map([["k", new Set([1, Number.NaN])]]); }
await rejects().catch(() => 0);
try { throws(); } catch { /* stated */ }
await promises(); changes([]); order(); same();
`;

test("verify: every way in which a call can be another one", async (t) => {
  const on = hookedProject(t, { "app.js": KINDS });
  await on.run();
  assert.equal((await on.run({ ASTROCACHE_MODE: "verify" })).report.different, 0);
  on.write("later", "");
  const { stderr } = await on.run({ ASTROCACHE_MODE: "verify" });
  const told = [...stderr.matchAll(/#(\w+) is not what was stored at (.*) \(app\.js:\d+\)/g)].map(
    ([, name, what]) => `${name} ${what}`,
  );
  assert.deepEqual(told.sort(), [
    "changes inputs: stored unchanged inputs, now mutates-arguments",
    "order result: stored { a: 1, b: 1 }, now { b: 1, a: 1 }",
    "promises result.a: stored 1, now Symbol(absent)",
    "rejects result: stored 1, now threw TypeError: later",
    "throws result: stored [ 1 ], now threw RangeError: later",
  ]);
});
