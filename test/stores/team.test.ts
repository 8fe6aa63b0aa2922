import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, test } from "node:test";
import { REGISTER, runNode } from "../harness/run-node.ts";
import type { NodeRun } from "../harness/run-node.ts";
import { freePort, NO_REDIS, startRedis } from "./redis-server.ts";
import { temporaryFolder } from "./samples.ts";

const server = NO_REDIS === false ? await startRedis({ password: "s3cret" }) : undefined;
after(() => server?.stop());

const PROGRAM = `
// @astrocache
function slow(n) { console.log("slow runs"); return { n, list: Array(n).fill("x") }; }
// @astrocache
async function fetched(n) { console.log("fetched runs"); await null; return n * 2; }
console.log(JSON.stringify([slow(3), await fetched(4), slow(3)]));
`;
const ANSWER = `${JSON.stringify([{ n: 3, list: ["x", "x", "x"] }, 8, { n: 3, list: ["x", "x", "x"] }])}\n`;

/** What is asked here is what a store answers, not how fast it does on a busy machine. */
const PATIENT = { ASTROCACHE_STORE_TIMEOUT: "20s" };

async function runIn(folder: string, member: string, env: NodeJS.ProcessEnv): Promise<NodeRun> {
  writeFileSync(path.join(folder, "package.json"), '{"name":"app","type":"module"}');
  writeFileSync(path.join(folder, "app.js"), PROGRAM);
  const dir = path.join(folder, `cache of ${member}`);
  const ran = await runNode(["--import", REGISTER, "app.js"], folder, { ASTROCACHE_DIR: dir, ...env });
  assert.equal(ran.exit, 0, ran.stderr);
  assert.ok(ran.stdout.endsWith(ANSWER), ran.stdout);
  assert.doesNotMatch(ran.stderr, /s3cret/);
  return ran;
}

test("what one member paid for, another one has", { skip: NO_REDIS }, async (context) => {
  const folder = temporaryFolder(context);
  for (const store of ["", "file,"]) {
    const env = {
      ...PATIENT,
      ASTROCACHE_STORE: `${store}redis://:s3cret@127.0.0.1:${server?.port}?namespace=${encodeURIComponent(store)}`,
    };
    const first = await runIn(folder, "ann", env);
    assert.match(first.stdout, /^slow runs\nfetched runs\n/);
    const second = await runIn(folder, "bob", env);
    assert.equal(second.stdout, ANSWER);
    assert.match(second.stderr, /3 hits/);
    if (store === "file,") {
      assert.ok(existsSync(path.join(folder, "cache of bob/entries")), "Redis filled the files in front of it");
      assert.equal((await runIn(folder, "bob", { ASTROCACHE_STORE: "file" })).stdout, ANSWER);
    }
  }
});

test("a store that is not there costs one warning without its password, and nothing else", async (context) => {
  const folder = temporaryFolder(context);
  const port = await freePort();
  const ran = await runIn(folder, "ann", { ASTROCACHE_STORE: `redis://:s3cret@127.0.0.1:${port}` });
  assert.equal(ran.stdout, `slow runs\nfetched runs\n${ANSWER}`);
  assert.equal(ran.stderr.split(`redis://127.0.0.1:${port}/0: could not`).length, 2, ran.stderr);
});

test("what a caller changes after an async call does not reach the call, wherever its answer is looked for", async (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(path.join(folder, "package.json"), '{"name":"app","type":"module"}');
  const program = `
let mode = 1;
// @astrocache
async function scaled(o) { return o.n * mode; }
// @astrocache
async function joined(o) { await null; return o.list.join(); }
const o = { n: 1, list: ["a"] };
const calls = [scaled(o), joined(o)];
mode = 5;
o.n = 2;
console.log(JSON.stringify(await Promise.all(calls)));
`;
  writeFileSync(path.join(folder, "app.js"), program);
  const far = server === undefined ? [] : [`redis://:s3cret@127.0.0.1:${server.port}?namespace=late`];
  for (const store of ["file", ...far, ...far]) {
    const env = { ...PATIENT, ASTROCACHE_DIR: path.join(folder, "cache"), ASTROCACHE_STORE: store };
    const { exit, stdout, stderr } = await runNode(["--import", REGISTER, "app.js"], folder, env);
    assert.equal(exit, 0, stderr);
    assert.equal(stdout, '[1,"a"]\n', store);
  }
});

test("an adapter of the config file serves sync and async calls", async (context) => {
  const folder = temporaryFolder(context);
  // With one file for all, keyv-file 5.3 tells of a write that comes while it saves that it was saved, and loses it.
  const options = JSON.stringify({ filename: path.join(folder, "db"), separatedFile: true });
  const config = `import { KeyvFile } from ${JSON.stringify(import.meta.resolve("keyv-file"))};
export default { store: "mine", stores: { mine: () => new KeyvFile(${options}) } };`;
  writeFileSync(path.join(folder, "astrocache.config.mjs"), config);
  await runIn(folder, "ann", PATIENT);
  assert.equal((await runIn(folder, "bob", PATIENT)).stdout, ANSWER);
});

test("of processes that need one call at once, one runs it", async (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(path.join(folder, "package.json"), '{"name":"app","type":"module"}');
  const program = `
import { appendFileSync } from "node:fs";

// @astrocache
function slow(n) { appendFileSync("log", "slow\\n"); const end = Date.now() + 1500; while (Date.now() < end); return [n]; }
// @astrocache
async function fetched(n) { appendFileSync("log", "fetched\\n"); await new Promise((resolve) => setTimeout(resolve, 1500)); return [n]; }
console.log(JSON.stringify([slow(1), await fetched(2)]));
`;
  writeFileSync(path.join(folder, "app.js"), program);
  const env = { ASTROCACHE_DIR: path.join(folder, "cache") };
  const runs = await Promise.all(
    Array.from({ length: 3 }, async () => runNode(["--import", REGISTER, "app.js"], folder, env)),
  );
  for (const { exit, stdout, stderr } of runs) {
    assert.equal(exit, 0, stderr);
    assert.equal(stdout, "[[1],[2]]\n");
  }
  assert.equal(readFileSync(path.join(folder, "log"), "utf8"), "slow\nfetched\n");
});

test("a store that cannot be understood ends the run before it starts", async (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(path.join(folder, "app.js"), "console.log(1)");
  const env = { ASTROCACHE_DIR: folder, ASTROCACHE_STORE: "flie" };
  const ran = await runNode(["--import", REGISTER, "app.js"], folder, env);
  assert.notEqual(ran.exit, 0);
  assert.equal(ran.stdout, "");
  assert.match(ran.stderr, /unknown store flie\. Did you mean file\?/);
});
