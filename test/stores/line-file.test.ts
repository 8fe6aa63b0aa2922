import assert from "node:assert/strict";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { assert as check, integer, property } from "fast-check";
import { openLineFile } from "../../runtime/stores/lines/line-file.ts";
import { runNode } from "../harness/run-node.ts";
import { valueFor } from "./line-values.ts";
import { temporaryFolder } from "./samples.ts";

const PROGRAM = fileURLToPath(new URL("./line-file-program.js", import.meta.url));

function fail(message: string): never {
  assert.fail(message);
}

function keysUpTo(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `key.${index}`);
}

/** The path of a file with a line for each key. */
function written(folder: string, keys: readonly string[]): string {
  const place = path.join(folder, "lines-2.tsv");
  const file = openLineFile(place, fail);
  for (const key of keys) file.set(key, valueFor(key));
  return place;
}

test("what one has set, another gets, and again after a refresh", (context) => {
  const place = path.join(temporaryFolder(context), "below", "lines-1.tsv");
  const [one, other] = [openLineFile(place, fail), openLineFile(place, fail)];
  assert.equal(other.get("a"), undefined);
  one.set("a", { n: 1 });
  assert.equal(other.get("a"), undefined);
  other.refresh();
  assert.deepEqual(other.get("a"), { n: 1 });
  one.set("a", { n: 2 });
  one.set("ä", "one\ttab\nand a line");
  other.refresh();
  assert.deepEqual([other.get("a"), other.get("ä")], [{ n: 2 }, "one\ttab\nand a line"]);
});

test("a file that was cut off anywhere gives the lines before, and takes new ones", (context) => {
  const keys = keysUpTo(4);
  const place = written(temporaryFolder(context), keys);
  const whole = readFileSync(place);
  check(
    property(integer({ min: 0, max: whole.length }), (size) => {
      writeFileSync(place, whole);
      truncateSync(place, size);
      const file = openLineFile(place, fail);
      const found = keys.filter((key) => file.get(key) !== undefined);
      const ends = [...whole.keys()].filter((at) => whole[at] === 10 && at < size).length;
      // Each line stands between two ends.
      assert.deepEqual(found, keys.slice(0, Math.floor(ends / 2)));
      for (const key of found) assert.deepEqual(file.get(key), valueFor(key));
      file.set("later", 1);
      assert.equal(openLineFile(place, fail).get("later"), 1);
    }),
    { numRuns: 60 },
  );
});

test("a byte that was changed anywhere gives what was set, or nothing", (context) => {
  const keys = keysUpTo(4);
  const place = written(temporaryFolder(context), keys);
  const whole = readFileSync(place);
  check(
    property(integer({ min: 0, max: whole.length - 1 }), integer({ min: 1, max: 255 }), (at, change) => {
      const bytes = Buffer.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ change;
      writeFileSync(place, bytes);
      const file = openLineFile(place, fail);
      const lost = keys.filter((key) => file.get(key) === undefined);
      for (const key of keys) if (!lost.includes(key)) assert.deepEqual(file.get(key), valueFor(key));
      assert.ok(lost.length <= 2, "a byte is of one line, or ends it");
    }),
    { numRuns: 100 },
  );
});

test("what is no line of this version counts as nothing", (context) => {
  const place = written(temporaryFolder(context), ["key"]);
  const former = 'old\t0123456789abcdef\t{"n":1}\n1123456789abcdef012345\told.2\t{"n":1}\n';
  appendFileSync(place, `${former}\n\t\t\n\0\xff\n`);
  const file = openLineFile(place, fail);
  assert.deepEqual([file.get("old"), file.get("old.2"), file.get(""), file.get("\0\xff")], Array(4).fill(undefined));
  assert.deepEqual(file.get("key"), valueFor("key"));
});

test("a file of a new version takes the place of older ones, and of no others", (context) => {
  const folder = temporaryFolder(context);
  const others = ["lines-1.tsv", "lines-10.tsv", "texts-1.tsv", "tagged"];
  for (const other of others) writeFileSync(path.join(folder, other), "");
  written(folder, ["key"]);
  assert.deepEqual(readdirSync(folder).sort(), ["lines-10.tsv", "lines-2.tsv", "tagged", "texts-1.tsv"]);
});

test("it stays within its bound, and keeps what is used and what is newest", (context) => {
  const folder = temporaryFolder(context);
  const place = path.join(folder, "lines-2.tsv");
  const keys = keysUpTo(300);
  const bound = 200_000;
  const used = openLineFile(place, fail, { leastBound: bound });
  used.set("mine", valueFor("mine"));
  for (const key of keys) openLineFile(place, fail, { leastBound: bound }).set(key, valueFor(key));
  used.set("mine too", valueFor("mine too"));
  assert.ok(statSync(place).size <= bound + 10_000);
  const file = openLineFile(place, fail);
  for (const key of ["mine too", ...keys.slice(-5)]) assert.deepEqual(file.get(key), valueFor(key), key);
  assert.deepEqual(readdirSync(folder), ["lines-2.tsv"]);
});

test("what a program uses is never cut away, however much it is", (context) => {
  const place = path.join(temporaryFolder(context), "lines-2.tsv");
  const file = openLineFile(place, fail, { leastBound: 10_000 });
  const keys = keysUpTo(100);
  for (const key of keys) file.set(key, valueFor(key));
  const again = openLineFile(place, fail, { leastBound: 10_000 });
  for (const key of keys) assert.deepEqual(again.get(key), valueFor(key));
});

test("processes that write, read and compact at once find nothing but what was set", async (context) => {
  const folder = temporaryFolder(context);
  const place = path.join(folder, "lines-2.tsv");
  const runs = ["a", "b", "c"].map((name) => runNode([PROGRAM, place, name, "150", "150000"], folder, {}));
  for (const { exit, stderr } of await Promise.all(runs)) assert.deepEqual([exit, stderr], [0, ""]);
  const file = openLineFile(place, fail);
  const last = ["a.149", "b.149", "c.149"].filter((key) => file.get(key) !== undefined);
  assert.ok(last.length > 0, "whoever wrote last has a line");
  assert.equal(existsSync(`${place}.lock`), false);
});

test("a reader goes on while the file is compacted under it", (context) => {
  const place = path.join(temporaryFolder(context), "lines-2.tsv");
  const keys = keysUpTo(30);
  const reader = openLineFile(written(path.dirname(place), keys), fail);
  reader.refresh();
  const writer = openLineFile(place, fail, { leastBound: 1_000 });
  writer.set("new", valueFor("new"));
  for (const key of keys) assert.deepEqual(reader.get(key), valueFor(key));
  reader.refresh();
  assert.deepEqual(reader.get("new"), valueFor("new"));
});

test("where nothing can be written it works in memory, and says so once", (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(path.join(folder, "file"), "");
  const said: string[] = [];
  const file = openLineFile(path.join(folder, "file", "lines-1.tsv"), (message) => said.push(message));
  file.set("a", 1);
  file.set("b", 2);
  assert.deepEqual([file.get("a"), file.get("b"), file.get("c"), said.length], [1, 2, undefined, 1]);
});

test("a file that other users could have written is not read", (context) => {
  const place = written(temporaryFolder(context), ["a"]);
  chmodSync(place, 0o666);
  const warnings: string[] = [];
  const file = openLineFile(place, (message) => warnings.push(message));
  assert.equal(file.get("a"), undefined);
  file.set("b", 1);
  assert.equal(file.get("b"), 1);
  assert.match(warnings.join(), /^[^,]+ cannot be used: another user has written it, or could have$/);
  chmodSync(place, 0o600);
  assert.deepEqual(openLineFile(place, fail).get("a"), valueFor("a"));
  assert.equal(openLineFile(place, fail).get("b"), undefined);
});

test("where values are asked for once they are read anew for who asks again, and are kept by compaction", (context) => {
  const place = written(temporaryFolder(context), keysUpTo(60));
  const file = openLineFile(place, fail, { leastBound: 1_000, isReadOnce: true });
  const [first, second] = [file.get("key.1"), file.get("key.1")];
  assert.deepEqual([first, second], [valueFor("key.1"), valueFor("key.1")]);
  assert.notEqual(first, second);
  file.set("later", { n: 1 });
  assert.deepEqual(file.get("later"), { n: 1 });
  for (const key of ["key.1", "later"]) assert.ok(openLineFile(place, fail).get(key) !== undefined, key);
  assert.equal(openLineFile(place, fail).get("key.2"), undefined);
});
