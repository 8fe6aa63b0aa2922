import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { makePrivate } from "../files/private-folder.ts";
import { createFileLocks, SHORTEST_LEASE_MS } from "../files/file-lock.ts";
import { type Line, readLines, valueOf } from "./line-format.ts";

/**
 * Puts a shorter file in the place of one that has grown: what the caller uses, then the newest of all else, up to `most` bytes, each
 * line once and whole. Where another process is at it, nothing is done. Readers of the old file go on with it.
 */
export function compactLines(path: string, isUsed: (key: string) => boolean, most: number): void {
  const folder = dirname(path);
  const locks = createFileLocks(folder, () => makePrivate(folder));
  const token = randomBytes(9).toString("base64url");
  const lock = `${basename(path)}.lock`;
  if (!locks.lock(lock, token, SHORTEST_LEASE_MS)) return;
  const temporary = `${path}.${token}.tmp`;
  try {
    writeFileSync(temporary, keptText(readFileSync(path), isUsed, most), { mode: 0o600, flag: "wx" });
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
    locks.unlock(lock, token);
  }
}

/** Removes what older versions have left beside `NAME-3.tsv`: `NAME-2.tsv` and before. */
export function removeOlder(path: string): void {
  const version = versionOf(basename(path));
  if (version === undefined) return;
  for (const file of readdirSync(dirname(path))) {
    const other = versionOf(file);
    if (other?.name === version.name && other.number < version.number)
      rmSync(`${dirname(path)}/${file}`, { force: true });
  }
}

function versionOf(file: string): { readonly name: string; readonly number: number } | undefined {
  const [, name, number] = /^(.+)-(\d+)\.tsv$/.exec(file) ?? [];
  return name === undefined ? undefined : { name, number: Number(number) };
}

function keptText(bytes: Buffer, isUsed: (key: string) => boolean, most: number): string {
  const lines = new Map<string, Line>();
  readLines(bytes, (key, line) => {
    if (valueOf(line) === undefined) return;
    // The last one counts, and stands where it was written.
    lines.delete(key);
    lines.set(key, line);
  });
  let size = 0;
  const newestFirst = [...lines].toReversed();
  const kept = new Set<Line>();
  for (const wanted of [true, false])
    for (const [key, line] of newestFirst) {
      if (isUsed(key) !== wanted) continue;
      size += line.end - line.start + 1;
      if (wanted || size <= most) kept.add(line);
    }
  return [...lines.values()]
    .filter((line) => kept.has(line))
    .map(({ start, end }) => `${bytes.toString("utf8", start, end)}\n`)
    .join("");
}
