import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { createDeclaredFiles } from "../../runtime/inputs/declared-files.ts";
import { FileHashes } from "../../runtime/inputs/file-hashes.ts";
import type { LineFile } from "../../runtime/stores/lines/line-file.ts";

function folder(t: TestContext, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "astrocache-files-"));
  t.after(() => rmSync(root, { recursive: true }));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

const FILES = {
  "a.csv": "1",
  "data/b.csv": "2",
  "data/c.json": "3",
  "data/deep/d.csv": "4",
  "data/.hidden": "5",
  "data/node_modules/x.csv": "6",
};
const globs: readonly (readonly [string, number])[] = [
  ["a.csv", 1],
  ["*.csv", 1],
  ["*.json", 0],
  ["**/*.csv", 3],
  ["data/*", 2],
  ["data", 3],
  ["data/", 3],
  ["data/**,!data/deep", 2],
  ["data/*.{csv,json}", 2],
  ["data/b.csv,data/*.csv", 1],
  ["missing.csv", 0],
  ["missing/*.csv", 0],
  ["a.csv/x", 0],
];
for (const [text, count] of globs)
  test(`files=${text} finds ${count}`, (t) => {
    const root = folder(t, FILES);
    const contents = createDeclaredFiles(root, join(root, ".cache")).contents(text.split(/,(?![^{]*\})/));
    assert.equal(contents.ok && contents.count, count);
  });

test("paths and contents count, times do not", (t) => {
  const root = folder(t, FILES);
  const files = createDeclaredFiles(root, join(root, ".cache"));
  const hash = (): string => {
    const contents = files.contents(["data/**"]);
    assert.ok(contents.ok);
    return contents.hash;
  };
  const first = hash();
  utimesSync(join(root, "data/b.csv"), 1, 1);
  assert.equal(hash(), first);
  writeFileSync(join(root, "data/b.csv"), "9");
  const second = hash();
  assert.notEqual(second, first);
  writeFileSync(join(root, "data/b.csv"), "2");
  assert.equal(hash(), first);
  writeFileSync(join(root, "data/e.csv"), "");
  assert.notEqual(hash(), first);
});

test("folders that are linked into themselves come to an end", (t) => {
  const root = folder(t, { "data/a.csv": "1" });
  symlinkSync(join(root, "data"), join(root, "data", "again"), "junction");
  const contents = createDeclaredFiles(root, join(root, ".cache")).contents(["data/**/*.csv"]);
  assert.equal(contents.ok && contents.count, 1);
});

/** A table in memory that counts what is put in. */
function table(): LineFile & { puts: number } {
  const kept = new Map<string, unknown>();
  return {
    puts: 0,
    get: (key) => kept.get(key),
    set(key, value) {
      this.puts++;
      kept.set(key, value);
    },
    refresh: () => undefined,
  };
}

test("a file that was written just now is read again, though nothing of it shows a change", (t) => {
  const file = join(folder(t, { "a.txt": "one" }), "a.txt");
  const stats = statSync(file, { bigint: true });
  const kept = table();
  const hashes = new FileHashes(kept, () => Number(stats.ctimeMs) + 1000);
  const before = hashes.of(file, stats);
  writeFileSync(file, "two");
  // The same size, times and inode, as where the clock ticks slowly.
  assert.notEqual(hashes.of(file, stats), before);
  assert.equal(kept.puts, 0);
});

test("a file that was at rest is read once", (t) => {
  const file = join(folder(t, { "a.txt": "one" }), "a.txt");
  const stats = statSync(file, { bigint: true });
  const kept = table();
  const hashes = new FileHashes(kept, () => Number(stats.ctimeMs) + 10_000);
  const before = hashes.of(file, stats);
  rmSync(file);
  assert.equal(hashes.of(file, stats), before, "not read again");
  assert.equal(kept.puts, 1);
});

test("each of size, times and inode shows a change", (t) => {
  const file = join(folder(t, { "a.txt": "one" }), "a.txt");
  const stats = statSync(file, { bigint: true });
  const hashes = new FileHashes(table(), () => Number(stats.ctimeMs) + 10_000);
  const before = hashes.of(file, stats);
  writeFileSync(file, "two");
  for (const name of ["size", "mtimeNs", "ctimeNs", "ino", "dev"] as const)
    assert.notEqual(hashes.of(file, Object.assign(Object.create(stats), { [name]: stats[name] + 1n })), before, name);
});

test("what is there and cannot be read gives the reason, and counts again when it can", (t) => {
  const root = folder(t, {});
  const files = createDeclaredFiles(root, join(root, ".cache"));
  // Even for root, who can read every file, this is none.
  symlinkSync("loop.csv", join(root, "loop.csv"));
  const contents = files.contents(["loop.csv"]);
  assert.equal(contents.ok ? undefined : contents.note.code, "files-unreadable");
  rmSync(join(root, "loop.csv"));
  writeFileSync(join(root, "loop.csv"), "1");
  const readable = files.contents(["loop.csv"]);
  assert.equal(readable.ok && readable.count, 1);
});
