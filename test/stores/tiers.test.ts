import assert from "node:assert/strict";
import { test } from "node:test";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { seal, signingKey } from "../../runtime/stores/envelopes/envelope.ts";
import type { Store } from "../../runtime/stores/store.ts";
import { createTiers } from "../../runtime/stores/tiers/tiers.ts";
import type { Found, Tiers, TiersOptions } from "../../runtime/stores/tiers/tiers.ts";
import { fakeAsync, fakeSync } from "./fake-store.ts";
import { entryOf, keyOf, temporaryFolder } from "./samples.ts";

const key = keyOf("key");

function tiersOf(stores: readonly Store[], options: Partial<TiersOptions> = {}): { tiers: Tiers; warnings: string[] } {
  const warnings: string[] = [];
  return { tiers: createTiers(stores, { warn: (message) => void warnings.push(message), ...options }), warnings };
}

function textOf(found: Found): string {
  return found.ok ? `${found.from}: ${Buffer.from(found.entry.value).toString()}` : found.why;
}

test("memory answers first, then each store in turn, and what is found fills the ones before", async () => {
  const near = fakeSync("near");
  const far = fakeAsync("far");
  far.fake.held.set(key, seal(key, entryOf("v")));
  const { tiers } = tiersOf([near.store, far.store]);
  assert.equal(textOf(await tiers.read(key)), "far: v");
  assert.equal(textOf(await tiers.read(key)), "memory: v");
  const { tiers: fresh } = tiersOf([near.store, far.store]);
  assert.equal(textOf(fresh.readSync(key)), "near: v");
});

test("a read that needs no waiting is no promise", async () => {
  const near = fakeSync();
  const { tiers } = tiersOf([near.store]);
  assert.ok(!(tiers.read(key) instanceof Promise));
  tiers.write(key, entryOf("v"));
  assert.ok(!(tiers.read(key) instanceof Promise));
  const { tiers: withFar } = tiersOf([near.store, fakeAsync().store]);
  assert.ok(!(withFar.read(key) instanceof Promise));
  assert.ok(withFar.read(keyOf("other")) instanceof Promise);
});

test("a write reaches every store; the slow one is not waited for, but is by close", async () => {
  const near = fakeSync();
  const far = fakeAsync();
  let release = (): void => {};
  far.fake.gate = new Promise((resolve) => (release = resolve));
  const { tiers } = tiersOf([near.store, far.store]);
  tiers.write(key, entryOf("v"));
  assert.ok(near.fake.held.has(key));
  assert.ok(!far.fake.held.has(key));
  release();
  await tiers.close();
  assert.ok(far.fake.held.has(key));
});

test("close does not wait for a store that hangs", async () => {
  const far = fakeAsync();
  far.fake.gate = new Promise(() => {});
  const { tiers } = tiersOf([far.store]);
  tiers.write(key, entryOf("v"));
  await tiers.flush(20);
  assert.ok(!far.fake.held.has(key));
});

test("sync callers use the blocking form of an async store, or do without", () => {
  for (const blocking of [true, false]) {
    const far = fakeAsync("far", blocking);
    far.fake.held.set(key, seal(key, entryOf("v")));
    assert.equal(textOf(tiersOf([far.store]).tiers.readSync(key)), blocking ? "far: v" : "absent");
  }
});

test("an entry whose time is over is not an answer, but a later store's may be", () => {
  const near = fakeSync("near");
  const far = fakeSync("far");
  near.fake.held.set(key, seal(key, entryOf("old", { createdAt: 0, expiresAt: 1_000 })));
  const { tiers } = tiersOf([near.store, far.store], { now: () => 1_000 });
  assert.equal(textOf(tiers.readSync(key)), "expired");
  far.fake.held.set(key, seal(key, entryOf("new", { createdAt: 900, expiresAt: 2_000 })));
  assert.equal(textOf(tiers.readSync(key)), "far: new");
  assert.equal(textOf(tiersOf([near.store], { now: () => 1_000 }).tiers.readSync(key)), "near: new");
});

test("what memory holds expires too; a clock that went back does not prolong a life", () => {
  let now = 1_000_000;
  const { tiers } = tiersOf([], { now: () => now });
  tiers.write(key, entryOf("v", { createdAt: now, expiresAt: now + 1_000 }));
  assert.equal(textOf(tiers.readSync(key)), "memory: v");
  now += 1_000;
  assert.equal(textOf(tiers.readSync(key)), "expired");
  now -= 3_600_000;
  assert.equal(textOf(tiers.readSync(key)), "expired");
  tiers.write(keyOf("for ever"), entryOf("w", { createdAt: now + 3_600_000 }));
  assert.equal(textOf(tiers.readSync(keyOf("for ever"))), "memory: w");
});

test("bytes that cannot be believed are a miss that says so, and the next write mends it", () => {
  const near = fakeSync("near");
  const { tiers } = tiersOf([near.store], { memory: 0 });
  for (const bytes of [
    Buffer.from("garbage"),
    Buffer.alloc(0),
    seal(keyOf("another"), entryOf("v")),
    seal(key, entryOf("v")).subarray(0, 50),
  ]) {
    near.fake.held.set(key, bytes);
    assert.equal(textOf(tiers.readSync(key)), "damaged");
  }
  tiers.write(key, entryOf("right"));
  assert.equal(textOf(tiers.readSync(key)), "near: right");
});

test("with a secret, only what it signed is believed", () => {
  const near = fakeSync("near");
  tiersOf([near.store]).tiers.write(key, entryOf("unsigned"));
  const { tiers } = tiersOf([near.store], { secret: "s3cret", memory: 0 });
  assert.equal(textOf(tiers.readSync(key)), "damaged");
  tiers.write(key, entryOf("signed"));
  assert.equal(textOf(tiers.readSync(key)), "near: signed");
  near.fake.held.set(key, seal(key, entryOf("forged"), { secret: signingKey("guess") }));
  assert.equal(textOf(tiers.readSync(key)), "damaged");
});

test("strict refuses unsigned entries of shared stores, not of the user's own folder", async (context) => {
  const file = createFileStore({ folder: temporaryFolder(context) });
  const far = fakeAsync("far");
  const sealed = seal(key, entryOf("v"));
  far.fake.held.set(key, sealed);
  assert.equal(textOf(await tiersOf([far.store], { strict: true }).tiers.read(key)), "damaged");
  file.set(key, sealed, undefined);
  assert.equal(textOf(await tiersOf([file], { strict: true }).tiers.read(key)), `${file.label}: v`);
});

test("a store that throws costs one warning, then is left alone, and is taken up again", async (context) => {
  let clock = 0;
  context.mock.method(performance, "now", () => clock);
  const near = fakeSync("near");
  const { tiers, warnings } = tiersOf([near.store], { memory: 0 });
  near.fake.failure = new Error("disk on fire");
  for (let count = 0; count < 20; count++) assert.equal(textOf(tiers.readSync(key)), "absent");
  for (let count = 0; count < 20; count++) tiers.writeSync(key, entryOf("v"));
  assert.deepEqual(warnings, ["near: could not read: disk on fire. The program goes on without this store."]);
  assert.deepEqual(near.fake.calls, ["get", "get", "get", "set", "set", "set"]);
  clock += 1_000;
  tiers.readSync(key);
  tiers.readSync(key);
  assert.equal(near.fake.calls.filter((call) => call === "get").length, 4, "one probe, then a longer pause");
  near.fake.failure = undefined;
  near.fake.held.set(key, seal(key, entryOf("back")));
  clock += 2_000;
  assert.equal(textOf(tiers.readSync(key)), "near: back");
  assert.equal(textOf(tiers.readSync(key)), "near: back");
  assert.equal(warnings.length, 1);
});

test("one failure that somebody had to wait for is enough, and nobody waits for the probe", (context) => {
  let clock = 0;
  context.mock.method(performance, "now", () => clock);
  const far = fakeAsync("far", true);
  const { tiers } = tiersOf([far.store], { memory: 0 });
  assert.ok(far.store.blocking);
  const { get } = far.store.blocking;
  context.mock.method(far.store.blocking, "get", (key: string) => {
    clock += 500;
    return get(key);
  });
  far.fake.failure = new Error("an operation took longer than 500 ms");
  for (let count = 0; count < 10; count++) assert.equal(textOf(tiers.readSync(key)), "absent");
  assert.deepEqual(far.fake.calls, ["get"]);
  clock += 1_000;
  assert.equal(textOf(tiers.readSync(key)), "absent");
  assert.deepEqual(far.fake.calls, ["get", "probe"]);
  far.fake.failure = undefined;
  far.fake.held.set(key, seal(key, entryOf("back")));
  clock += 2_000;
  assert.equal(textOf(tiers.readSync(key)), "far: back");
});

test("an async store that fails is a miss and never a rejection", async () => {
  const far = fakeAsync("far");
  far.fake.failure = new Error("connection refused");
  const { tiers, warnings } = tiersOf([far.store]);
  for (let count = 0; count < 5; count++) assert.equal(textOf(await tiers.read(keyOf(`${count}`))), "absent");
  tiers.write(key, entryOf("v"));
  await tiers.close();
  assert.equal(warnings.length, 1);
  assert.deepEqual(await tiers.clear(), ["far"]);
});

test("an address in an error is told without its password", async () => {
  const far = fakeAsync("far");
  far.fake.failure = new Error("connect postgresql://ann:s3cret,@db:5432/x: refused by ann@db");
  const { tiers, warnings } = tiersOf([far.store]);
  await tiers.read(key);
  assert.match(warnings.join(), /connect postgresql:\/\/…@db:5432\/x: refused by ann@db/);
});

test("a call that began before clear stores nothing anywhere, fills included", async () => {
  const near = fakeSync("near");
  const far = fakeAsync("far");
  const { tiers } = tiersOf([near.store, far.store]);
  const missed = await tiers.read(key);
  assert.ok(!missed.ok);
  assert.deepEqual(await tiers.clear(), []);
  tiers.write(key, entryOf("late"), missed.fences);
  await tiers.flush();
  assert.equal(textOf(await tiers.read(key)), "absent");

  far.fake.held.set(key, seal(key, entryOf("v")));
  let release = (): void => {};
  far.fake.gate = new Promise((resolve) => (release = resolve));
  const reading = tiers.read(key);
  near.store.clear();
  release();
  assert.equal(textOf(await reading), "far: v");
  assert.ok(!near.fake.held.has(key), "the clear that came meanwhile is not undone");
});

test("delete removes from memory and from every store", async () => {
  const near = fakeSync();
  const far = fakeAsync();
  const { tiers } = tiersOf([near.store, far.store]);
  tiers.write(key, entryOf("v"));
  await tiers.flush();
  assert.equal(await tiers.delete(key), true);
  assert.equal(textOf(await tiers.read(key)), "absent");
  assert.equal(await tiers.delete(key), false);
  tiers.write(key, entryOf("v"));
  assert.equal(tiers.deleteSync(key), true);
});

test("without any store, memory alone works", async () => {
  const { tiers } = tiersOf([]);
  assert.equal(textOf(tiers.readSync(key)), "absent");
  tiers.writeSync(key, entryOf("v"));
  assert.equal(textOf(tiers.readSync(key)), "memory: v");
  await tiers.clear();
  assert.equal(textOf(tiers.readSync(key)), "absent");
  await tiers.close();
});
