import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { seal } from "../../runtime/stores/envelopes/envelope.ts";
import { pruneFolder } from "../../runtime/stores/files/prune.ts";
import { createPruner } from "../../runtime/stores/files/pruner.ts";
import { createTiers } from "../../runtime/stores/tiers/tiers.ts";
import { bytesOf, entryOf, keyOf, temporaryFolder } from "./samples.ts";

const NOW = Date.now();
const DAY_MS = 86_400_000;
const AMPLE = { maxBytes: 1e12, maxAgeMs: 1e12 };

function fileOf(folder: string, key: string): string {
  return path.join(folder, "entries/v1", key.slice(0, 2), key.slice(2));
}

/** Ten entries of one block each, the first one used longest ago. */
function tenIn(folder: string): string[] {
  const store = createFileStore({ folder });
  return Array.from({ length: 10 }, (_, index) => {
    const key = keyOf(`${index}`);
    store.set(key, seal(key, entryOf("v")), undefined);
    const time = (NOW - (10 - index) * DAY_MS) / 1_000;
    utimesSync(fileOf(folder, key), time, time);
    return key;
  });
}

test("what is too much goes, the least recently used first, with some room to spare", (context) => {
  const folder = temporaryFolder(context);
  const keys = tenIn(folder);
  // A look that finds nothing to do changes no order.
  assert.deepEqual(pruneFolder(folder, AMPLE, NOW), { removed: 0, freed: 0, kept: 10, held: 10 * 4_096 });
  const pruned = pruneFolder(folder, { maxBytes: 5 * 4_096, maxAgeMs: 1e12 }, NOW);
  assert.deepEqual(
    keys.map((key) => existsSync(fileOf(folder, key))),
    keys.map((_, index) => index >= 6),
  );
  assert.deepEqual(pruned, { removed: 6, freed: 6 * 4_096, kept: 4, held: 4 * 4_096 });
  assert.equal(pruneFolder(folder, { maxBytes: 5 * 4_096, maxAgeMs: 1e12 }, NOW).removed, 0);
});

test("what nobody used for long goes", (context) => {
  const folder = temporaryFolder(context);
  const keys = tenIn(folder);
  assert.equal(pruneFolder(folder, { maxBytes: 1e12, maxAgeMs: 3.5 * DAY_MS }, NOW).removed, 7);
  assert.deepEqual(
    keys.filter((key) => existsSync(fileOf(folder, key))),
    keys.slice(7),
  );
});

test("entries whose time is over go, damaged ones stay until they are old", (context) => {
  const folder = temporaryFolder(context);
  const store = createFileStore({ folder });
  const put = (name: string, bytes: Uint8Array): void => store.set(keyOf(name), bytes, undefined);
  put("over", seal(keyOf("over"), entryOf("v", { expiresAt: NOW - 1 })));
  put("valid", seal(keyOf("valid"), entryOf("v", { expiresAt: NOW + DAY_MS })));
  put("for ever", seal(keyOf("for ever"), entryOf("v")));
  put("empty", new Uint8Array());
  put("garbage", bytesOf("x".repeat(500)));
  assert.equal(pruneFolder(folder, AMPLE, NOW).removed, 1);
  assert.equal(store.get(keyOf("over")), undefined);
});

test("orphans and old locks go, and a folder that is none or not there is nothing to do", (context) => {
  const folder = temporaryFolder(context);
  for (const place of ["tmp", "locks"]) {
    mkdirSync(path.join(folder, place));
    for (const name of ["old", "new"]) writeFileSync(path.join(folder, place, name), "");
    utimesSync(path.join(folder, place, "old"), NOW / 1_000 - 7_200, NOW / 1_000 - 7_200);
  }
  writeFileSync(path.join(folder, "entries"), "no folder");
  pruneFolder(folder, AMPLE, NOW);
  for (const place of ["tmp", "locks"]) {
    assert.equal(existsSync(path.join(folder, place, "old")), false);
    assert.equal(existsSync(path.join(folder, place, "new")), true);
  }
  assert.deepEqual(pruneFolder(path.join(folder, "nowhere"), AMPLE, NOW), { removed: 0, freed: 0, kept: 0, held: 0 });
});

test("a read of an old entry counts as a use, also where the system does not note reads", (context) => {
  const folder = temporaryFolder(context);
  const file = createFileStore({ folder });
  const tiers = createTiers([file], { warn: () => undefined });
  const [old, unread] = ["old", "unread"].map((name) => keyOf(name));
  assert.ok(old !== undefined && unread !== undefined);
  for (const key of [old, unread]) {
    file.set(key, seal(key, entryOf("v", { createdAt: NOW - 40 * DAY_MS })), undefined);
    utimesSync(fileOf(folder, key), NOW / 1_000 - 40 * 86_400, NOW / 1_000 - 40 * 86_400);
  }
  assert.ok(tiers.readSync(old).ok);
  assert.ok(statSync(fileOf(folder, old)).mtimeMs > NOW - DAY_MS);
  pruneFolder(folder, { maxBytes: 1e12, maxAgeMs: 30 * DAY_MS }, Date.now());
  assert.ok(existsSync(fileOf(folder, old)));
  assert.ok(!existsSync(fileOf(folder, unread)));
});

test(
  "pruning starts in the background when it is due, once, and is marked when it is done",
  { timeout: 300_000 },
  async (context) => {
    const folder = temporaryFolder(context);
    const keys = tenIn(folder);
    const marker = path.join(folder, "pruned");
    const room = { maxBytes: 5 * 4_096, maxAgeMs: 1e12 };
    createPruner(folder, room).consider();
    assert.equal(readFileSync(marker, "utf8"), "done", "a new folder is not due");
    utimesSync(marker, NOW / 1_000 - 100_000, NOW / 1_000 - 100_000);
    createPruner(folder, room).consider();
    assert.ok(statSync(marker).mtimeMs > NOW - 60_000, "begun, and perhaps done already");
    // Another process sees that it is under way.
    createPruner(folder, room).consider();
    while (readFileSync(marker, "utf8") !== "done") await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(keys.filter((key) => existsSync(fileOf(folder, key))).length, 4);
  },
);

test("one that was begun by a process that ended is begun again; a marker from the future is mended", (context) => {
  const folder = temporaryFolder(context);
  const marker = path.join(folder, "pruned");
  writeFileSync(marker, "");
  utimesSync(marker, NOW / 1_000 - 700, NOW / 1_000 - 700);
  createPruner(folder, AMPLE).consider();
  assert.ok(statSync(marker).mtimeMs > NOW - 60_000);
  utimesSync(marker, NOW / 1_000 + 100_000, NOW / 1_000 + 100_000);
  createPruner(folder, AMPLE).consider();
  assert.ok(statSync(marker).mtimeMs < NOW + 60_000);
});
