import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Progress } from "../runtime/report/progress.ts";
import { namesOf, open } from "../runtime/stores/envelopes/envelope.ts";
import { ENTRIES } from "../runtime/stores/files/file.ts";

/** One file of the file store, without its value. */
export interface StoredEntry {
  readonly key: string;
  /** `my-app:src/a.ts#price` */
  readonly target: string;
  readonly codeDigest: string;
  /** Of the whole file. */
  readonly bytes: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Milliseconds since the epoch; undefined: never. */
  readonly expiresAt: number | undefined;
  /** What the call took and a hit saves; milliseconds. */
  readonly durationMs: number;
}

export interface Scan {
  readonly entries: readonly StoredEntry[];
  /** Files that no process would answer from: torn, or of another version of the format. */
  readonly unreadable: number;
}

/** Reads every entry below the folder, whole, so that only what is sound counts. Other processes may write and remove meanwhile. */
export function scanEntries(folder: string, progress: Progress = () => undefined): Scan {
  const entries: StoredEntry[] = [];
  let unreadable = 0;
  const top = path.join(folder, ENTRIES);
  for (const shard of namesIn(top).sort()) {
    for (const name of namesIn(path.join(top, shard)).sort()) {
      progress(`reading ${entries.length} entries`);
      const found = readEntry(path.join(top, shard, name), shard + name);
      if (found === "unreadable") unreadable += 1;
      else if (found !== "gone") entries.push(found);
    }
  }
  return { entries, unreadable };
}

function readEntry(file: string, key: string): StoredEntry | "gone" | "unreadable" {
  const bytes = readIfThere(file);
  if (bytes === undefined) return "gone";
  const opened = open(key, bytes);
  if (!opened.ok) return "unreadable";
  const { target, codeDigest } = namesOf(bytes);
  const { createdAt, expiresAt, duration } = opened.entry;
  return { key, target, codeDigest, bytes: bytes.byteLength, createdAt, expiresAt, durationMs: duration };
}

function namesIn(folder: string): string[] {
  return absentAs([], () => readdirSync(folder));
}

function readIfThere(file: string): Uint8Array | undefined {
  return absentAs(undefined, () => readFileSync(file));
}

function absentAs<T>(otherwise: T, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return otherwise;
    throw error;
  }
}
