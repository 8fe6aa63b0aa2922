import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
  chmodSync,
  chownSync,
} from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { storeContract } from "./contract.ts";
import { bytesOf, keyOf, temporaryFolder } from "./samples.ts";

const isRoot = process.getuid?.() === 0;

for (const { name, run } of storeContract("file", (test) =>
  createFileStore({ folder: path.join(temporaryFolder(test), "not/yet/there") }),
))
  test(name, run);

test("an entry is one private file in a shard, in private folders", (context) => {
  const folder = path.join(temporaryFolder(context), "cache");
  createFileStore({ folder }).set(keyOf("a"), bytesOf("x"), undefined);
  const file = path.join(folder, "entries/v1", keyOf("a").slice(0, 2), keyOf("a").slice(2));
  assert.equal(readFileSync(file, "utf8"), "x");
  assert.equal(statSync(file).mode & 0o777, 0o600);
  for (let at = path.dirname(file); at !== path.dirname(folder); at = path.dirname(at))
    assert.equal(statSync(at).mode & 0o777, 0o700, at);
  assert.deepEqual(readdirSync(path.join(folder, "tmp")), []);
});

test("a folder removed in mid-run is a miss, and the next write makes it again", (context) => {
  const folder = path.join(temporaryFolder(context), "cache");
  const store = createFileStore({ folder });
  store.set(keyOf("a"), bytesOf("x"), undefined);
  rmSync(folder, { recursive: true });
  assert.equal(store.get(keyOf("a")), undefined);
  store.set(keyOf("a"), bytesOf("y"), undefined);
  assert.equal(Buffer.from(store.get(keyOf("a")) ?? []).toString(), "y");
  rmSync(path.join(folder, "entries"), { recursive: true });
  store.set(keyOf("a"), bytesOf("z"), undefined);
  assert.equal(Buffer.from(store.get(keyOf("a")) ?? []).toString(), "z");
});

test("throws where it cannot work, and leaves no temporary file", (context) => {
  const place = temporaryFolder(context);
  writeFileSync(path.join(place, "file"), "");
  const inFile = createFileStore({ folder: path.join(place, "file") });
  assert.throws(() => inFile.set(keyOf("a"), bytesOf("x"), undefined));
  const folder = path.join(place, "cache");
  const store = createFileStore({ folder });
  store.set(keyOf("a"), bytesOf("x"), undefined);
  const target = path.join(folder, "entries/v1", keyOf("b").slice(0, 2), keyOf("b").slice(2));
  mkdirSync(path.join(target, "in the way"), { recursive: true });
  assert.throws(() => store.set(keyOf("b"), bytesOf("x"), undefined));
  assert.throws(() => store.get(keyOf("b")));
  assert.deepEqual(readdirSync(path.join(folder, "tmp")), []);
});

test("orphans of killed writers are swept, what is being written is not", (context) => {
  const folder = path.join(temporaryFolder(context), "cache");
  mkdirSync(path.join(folder, "tmp/cleared/ab"), { recursive: true, mode: 0o700 });
  for (const name of ["old", "new", "cleared/ab/entry"]) writeFileSync(path.join(folder, "tmp", name), "half");
  const longAgo = Date.now() / 1_000 - 7_200;
  for (const name of ["old", "cleared"]) utimesSync(path.join(folder, "tmp", name), longAgo, longAgo);
  createFileStore({ folder }).set(keyOf("a"), bytesOf("x"), undefined);
  assert.deepEqual(readdirSync(path.join(folder, "tmp")), ["new"]);
});

test("a folder that others could have written to is refused", { skip: process.getuid === undefined }, (context) => {
  const place = temporaryFolder(context);
  const make = (name: string): string => {
    const folder = path.join(place, name);
    createFileStore({ folder }).set(keyOf("a"), bytesOf("x"), undefined);
    return folder;
  };
  const open = make("open");
  chmodSync(open, 0o777);
  assert.throws(() => createFileStore({ folder: open }).get(keyOf("a")), /can be written by other users/);
  assert.throws(
    () => createFileStore({ folder: open }).set(keyOf("b"), bytesOf("x"), undefined),
    /can be written by other users/,
  );
  const below = make("below");
  chmodSync(path.join(below, "entries/v1"), 0o770);
  assert.throws(() => createFileStore({ folder: below }).get(keyOf("a")), /can be written by other users/);
  const group = make("group");
  chmodSync(group, 0o775);
  assert.ok(createFileStore({ folder: group }).get(keyOf("a")));
});

test("a folder of another user is refused", { skip: !isRoot && "only root can give a folder away" }, (context) => {
  const folder = path.join(temporaryFolder(context), "cache");
  createFileStore({ folder }).set(keyOf("a"), bytesOf("x"), undefined);
  chownSync(path.join(folder, "entries/v1"), 12_345, 12_345);
  assert.throws(() => createFileStore({ folder }).get(keyOf("a")), /belongs to another user/);
});

test("a link to a folder is followed", (context) => {
  const place = temporaryFolder(context);
  mkdirSync(path.join(place, "real"), { mode: 0o700 });
  symlinkSync(path.join(place, "real"), path.join(place, "link"));
  const store = createFileStore({ folder: path.join(place, "link") });
  store.set(keyOf("a"), bytesOf("x"), undefined);
  assert.ok(existsSync(path.join(place, "real/entries/v1")));
  assert.ok(store.get(keyOf("a")));
});

test("a key is never a path", (context) => {
  const store = createFileStore({ folder: temporaryFolder(context) });
  for (const key of ["../../../etc/passwd", `${"a".repeat(63)}/`, keyOf("a").toUpperCase(), ""]) {
    assert.throws(() => store.get(key), RangeError);
    assert.throws(() => store.set(key, bytesOf("x"), undefined), RangeError);
    assert.throws(() => store.delete(key), RangeError);
  }
});

test("a file above the limit is not read whole", (context) => {
  const store = createFileStore({ folder: temporaryFolder(context), limit: 100_000 });
  store.set(keyOf("a"), new Uint8Array(1_000_000), undefined);
  assert.ok((store.get(keyOf("a"))?.byteLength ?? 0) <= 100_000);
});
