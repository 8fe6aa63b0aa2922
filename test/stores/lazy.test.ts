import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { REGISTER, runNode } from "../harness/run-node.ts";
import { temporaryFolder } from "./samples.ts";

const CALLED = `
// @astrocache
function slow(n) { return [n]; }
console.log(slow(1)[0]);
`;
const UNCALLED = `
// @astrocache
function slow(n) { return [n]; }
console.log(typeof slow);
`;

/** Addresses of all modules that a program loads, by what Node writes for coverage. */
async function loadedBy(context: TestContext, program: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const folder = temporaryFolder(context);
  writeFileSync(path.join(folder, "package.json"), '{"name":"app","type":"module"}');
  writeFileSync(path.join(folder, "app.js"), program);
  const coverage = path.join(folder, "coverage");
  const all = { ASTROCACHE_DIR: path.join(folder, "cache"), NODE_V8_COVERAGE: coverage, ...env };
  const { exit, stderr } = await runNode(["--import", REGISTER, "app.js"], folder, all);
  assert.equal(exit, 0, stderr);
  return readdirSync(coverage).flatMap((name) => {
    const { result } = JSON.parse(readFileSync(path.join(coverage, name), "utf8")) as { result: { url: string }[] };
    return result.map(({ url }) => url);
  });
}

const CLIENTS = /node_modules\/(@keyv|keyv|@redis)\//;
const UNUSED = /\/stores\/(bridge|blocking|configured|far|keyv|prune\.|redis|store-url)/;

test("with memory and files alone, nothing of other stores is loaded, and no pruning", async (context) => {
  const urls = await loadedBy(context, CALLED, {});
  assert.ok(urls.some((url) => url.endsWith("/stores/file.js")));
  assert.deepEqual(
    urls.filter((url) => CLIENTS.test(url) || UNUSED.test(url)),
    [],
  );
});

test("a store on Redis loads no client before a call needs it", async (context) => {
  const env = { ASTROCACHE_STORE: "redis://127.0.0.1:1" };
  const urls = await loadedBy(context, UNCALLED, env);
  assert.ok(urls.some((url) => url.endsWith("/stores/redis.js")));
  assert.deepEqual(
    urls.filter((url) => CLIENTS.test(url)),
    [],
  );
});
