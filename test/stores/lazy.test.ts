import assert from "node:assert/strict";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { loadedBy, writeProject } from "../harness/loaded-by.ts";
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

async function loadedIn(context: TestContext, program: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  const folder = temporaryFolder(context);
  writeProject(folder, { "app.js": program });
  return await loadedBy(folder, env);
}

const CLIENTS = /node_modules\/(@keyv|keyv|@redis)\//;
const UNUSED = /\/stores\/(far\/|files\/prune\.|redis\/|store-url)/;

test("with memory and files alone, nothing of other stores is loaded, and no pruning", async (context) => {
  const urls = await loadedIn(context, CALLED, {});
  assert.ok(urls.some((url) => url.endsWith("/stores/files/file.js")));
  assert.deepEqual(
    urls.filter((url) => CLIENTS.test(url) || UNUSED.test(url)),
    [],
  );
});

test("a store on Redis loads no client before a call needs it", async (context) => {
  const env = { ASTROCACHE_STORE: "redis://127.0.0.1:1" };
  const urls = await loadedIn(context, UNCALLED, env);
  assert.ok(urls.some((url) => url.endsWith("/stores/redis/redis.js")));
  assert.deepEqual(
    urls.filter((url) => CLIENTS.test(url)),
    [],
  );
});
