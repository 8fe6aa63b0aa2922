import { hash } from "node:crypto";
import { type BigIntStats, readFileSync, statSync } from "node:fs";
import type { LineFile } from "../stores/lines/line-file.ts";

/**
 * Two changes of a file within this time may leave it with one time stamp: 2 s on FAT, less on all others. Milliseconds. Git has the
 * same problem, "racy git": https://git-scm.com/docs/racy-git.
 */
const RESOLUTION = 2000;

/** What is remembered of a file. */
interface Known {
  readonly stamp: string;
  readonly hash: string;
}

/**
 * Hashes of files' contents. A file is read again when its size, its times or its inode have changed, and as long as it may still
 * change without that showing: a hash is kept only if the file was older than the clock's resolution when it was read.
 */
export class FileHashes {
  readonly #kept: LineFile;
  readonly #now: () => number;

  constructor(kept: LineFile, now: () => number = Date.now) {
    this.#kept = kept;
    this.#now = now;
  }

  /** @throws what Node throws for a file that cannot be read. */
  of(file: string, stats: BigIntStats = statSync(file, { bigint: true })): string {
    const key = JSON.stringify(file);
    const stamp = stampOf(stats);
    const known = this.#kept.get(key) as Known | undefined;
    if (known?.stamp === stamp) return known.hash;
    const start = this.#now();
    const hashed = hash("sha256", readFileSync(file), "hex");
    const newest = Number(stats.mtimeMs > stats.ctimeMs ? stats.mtimeMs : stats.ctimeMs);
    if (newest + RESOLUTION < start) this.#kept.set(key, { stamp, hash: hashed } satisfies Known);
    return hashed;
  }
}

function stampOf({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string {
  return [dev, ino, size, mtimeNs, ctimeNs].join(" ");
}
