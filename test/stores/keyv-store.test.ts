import { isBuiltin } from "node:module";
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import type { TestContext } from "node:test";
import { Keyv } from "keyv";
import { openBothWays } from "../../runtime/stores/far/far-store.ts";
import { createKeyvStore } from "../../runtime/stores/far/keyv-store.ts";
import type { AsyncStore } from "../../runtime/stores/store.ts";
import { storeContract } from "./contract.ts";
import { bytesOf, keyOf } from "./samples.ts";

function storeOf(context: TestContext, made: unknown, timeoutMs = 20_000): AsyncStore {
  const store = createKeyvStore({ label: "store x", make: () => made, timeoutMs });
  context.after(() => store.close());
  return store;
}

for (const { name, run } of storeContract("Keyv adapter", (context) => storeOf(context, new Map()))) test(name, run);
for (const { name, run } of storeContract("Keyv of the user's own", (context) =>
  storeOf(context, new Keyv({ namespace: "theirs" })),
))
  test(name, run);

const NO_SQLITE = isBuiltin("node:sqlite") ? false : "needs node:sqlite, which Node has from 22.13 on";
if (NO_SQLITE !== false) test("Keyv adapter over SQLite", { skip: NO_SQLITE }, () => {});
else {
  const { SqliteAdapter } = await import("./sqlite-adapter.ts");
  for (const { name, run } of storeContract("Keyv adapter over SQLite", (context) =>
    storeOf(context, new SqliteAdapter(":memory:")),
  ))
    test(name, run);
}

test("a Keyv of the user's own keeps what else it holds", async (context) => {
  const keyv = new Keyv({ namespace: "theirs" });
  await keyv.set("precious", 1);
  const store = storeOf(context, keyv);
  await store.set(keyOf("a"), bytesOf("x"), undefined);
  await store.clear();
  assert.equal(await keyv.get("precious"), 1);
  assert.equal(await store.get(keyOf("a")), undefined);
});

test("values that cannot be parsed, or are no text, are damaged and not a failure", async (context) => {
  const held = new Map<string, unknown>();
  const store = storeOf(context, held);
  await store.set(keyOf("a"), bytesOf("x"), undefined);
  const name = [...held.keys()].find((one) => one.includes(keyOf("a"))) ?? "";
  for (const poison of ["{", '{"value":{"__proto__":{"a":1}}}', '{"value":7}', '":base64:x"']) {
    held.set(name, poison);
    const found = await store.get(keyOf("a"));
    assert.ok(found === undefined || found.byteLength === 0, poison);
  }
  assert.equal(({} as { a?: number }).a, undefined);
});

test("an adapter that fails, hangs, or cannot be made rejects in time, and is tried again", async (context) => {
  const hanging = { ...adapter(), get: () => new Promise(() => {}) };
  await assert.rejects(storeOf(context, hanging, 30).get(keyOf("a")), /took longer than 30 ms/);
  const failing = { ...adapter(), get: () => Promise.reject(new Error("no table")) };
  await assert.rejects(storeOf(context, failing).get(keyOf("a")), /no table/);
  let made = 0;
  const make = (): unknown => {
    made += 1;
    if (made === 1) throw new Error("no database");
    return new Map();
  };
  const store = createKeyvStore({ label: "store x", make, timeoutMs: 20_000 });
  await assert.rejects(store.get(keyOf("a")), /no database/);
  assert.equal(await store.get(keyOf("a")), undefined);
});

test("opening has a time of its own, and an end", async (context) => {
  const later = (): Promise<unknown> => new Promise((resolve) => setTimeout(() => resolve(new Map()), 200));
  const slow = createKeyvStore({ label: "store x", make: later, timeoutMs: 50 });
  context.after(() => slow.close());
  assert.equal(await slow.get(keyOf("a")), undefined);
  const never = createKeyvStore({ label: "store x", make: () => new Promise(() => {}), timeoutMs: 1 });
  await assert.rejects(never.get(keyOf("a")), /opening took longer than/);
});

test("sync callers reach a store of the config file through a worker, which loads the file itself", async (context) => {
  const root = mkdtempSync(path.join(tmpdir(), "astrocache-keyv-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const keyv = import.meta.resolve("keyv");
  const text = `import { Keyv } from ${JSON.stringify(keyv)};\nexport default { stores: { mine: () => new Keyv() } };\n`;
  writeFileSync(path.join(root, "astrocache.config.mjs"), text);
  const store = openBothWays({ kind: "configured", name: "mine", root, timeoutMs: 20_000 });
  context.after(() => store.close());
  store.blocking.set(keyOf("a"), bytesOf("x"), undefined);
  assert.ok(store.blocking.drain(20_000));
  assert.equal(Buffer.from(store.blocking.get(keyOf("a")) ?? []).toString(), "x");
  assert.equal(Buffer.from((await store.get(keyOf("a"))) ?? []).toString(), "x");
});

test("an adapter that ends its thread costs one call, and the next one has another thread", async (context) => {
  const root = mkdtempSync(path.join(tmpdir(), "astrocache-keyv-"));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const order = path.join(root, "end");
  const text = `import { existsSync, unlinkSync } from "node:fs";
const order = ${JSON.stringify(order)};
const end = () => { if (existsSync(order)) { unlinkSync(order); process.exit(1); } };
export default { stores: { mine: () => ({ get: end, set() {}, delete() {}, clear() {} }) } };`;
  writeFileSync(path.join(root, "astrocache.config.mjs"), text);
  const store = openBothWays({ kind: "configured", name: "mine", root, timeoutMs: 3_000 });
  context.after(() => store.close());
  for (const get of [store.blocking.get, store.get]) {
    writeFileSync(order, "");
    await assert.rejects(async () => get(keyOf("a")), /no answer within|the worker ended/);
    assert.equal(await get(keyOf("a")), undefined);
  }
});

function adapter(): object {
  const held = new Map<string, unknown>();
  return {
    get: (key: string) => held.get(key),
    set: (key: string, value: unknown) => void held.set(key, value),
    delete: (key: string) => held.delete(key),
    clear: () => held.clear(),
  };
}
