import { closeSync, futimesSync, openSync, readSync, readdirSync, rmSync, statSync } from "node:fs";
import { expiryOf, HEADER_BYTES } from "../envelopes/envelope-layout.ts";
import { codeOf } from "./file-errors.ts";
import { ENTRIES } from "./file-layout.ts";
import { sweepTemporary } from "./file-sweep.ts";

/** What a folder may hold. */
export interface Room {
  /** Bytes on the disk. */
  readonly maxBytes: number;
  /** Milliseconds since an entry was last read or written. */
  readonly maxAgeMs: number;
}

export interface Pruned {
  /** Of entries: their number, and bytes on the disk. */
  readonly removed: number;
  readonly freed: number;
  readonly kept: number;
  readonly held: number;
}

/** Makes room for a while, so that the next entry does not start it all again. */
const FILL = 0.8;

/** File systems keep files in blocks of this size. */
const BLOCK_BYTES = 4_096;

interface Held {
  readonly path: string;
  readonly bytes: number;
  readonly readAt: number;
  readonly writtenAt: number;
  readonly usedAt: number;
}

/**
 * Removes entries whose time is over, those that nobody used for long, and the least recently used ones of what is too
 * much; orphans of killed writers, and locks, too. `folder`: the root of a file store. Takes 0.1 s for 10,000 entries.
 */
export function pruneFolder(
  folder: string,
  room: Room,
  now: number,
  tell: (seen: number) => void = () => undefined,
): Pruned {
  const held: Held[] = [];
  let removed = 0;
  let freed = 0;
  const remove = ({ path, bytes }: Held): void => {
    rmSync(path, { force: true });
    removed += 1;
    freed += bytes;
  };
  for (const path of entriesIn(`${folder}/${ENTRIES}`)) {
    tell(held.length);
    const found = look(path);
    if (found === undefined) continue;
    if (now - found.usedAt > room.maxAgeMs || isOver(found, now)) remove(found);
    else held.push(found);
  }
  let bytes = held.reduce((sum, one) => sum + one.bytes, 0);
  const excess = bytes > room.maxBytes ? leastRecent(held, bytes - FILL * room.maxBytes) : [];
  for (const one of excess) {
    remove(one);
    bytes -= one.bytes;
  }
  for (const place of ["tmp", "locks"])
    if (namesIn(`${folder}/${place}`).length > 0) sweepTemporary(`${folder}/${place}`, now);
  return { removed, freed, kept: held.length - excess.length, held: bytes };
}

function leastRecent(held: readonly Held[], excess: number): Held[] {
  const oldest = held.toSorted((a, b) => a.usedAt - b.usedAt);
  let sum = 0;
  return oldest.slice(0, oldest.findIndex(({ bytes }) => (sum += bytes) >= excess) + 1);
}

function* entriesIn(entries: string): Generator<string> {
  for (const shard of namesIn(entries))
    for (const name of namesIn(`${entries}/${shard}`)) yield `${entries}/${shard}/${name}`;
}

/** Another process may remove what was just seen. */
function look(path: string): Held | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) return undefined;
  const { size, atimeMs: readAt, mtimeMs: writtenAt } = found;
  // Most systems note a read once a day; where they do not, the store does, see `touch` in `file.ts`.
  const usedAt = Math.max(readAt, writtenAt);
  return { path, bytes: Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES, readAt, writtenAt, usedAt };
}

const header = Buffer.alloc(HEADER_BYTES);

/** Looking is not using: the times of the file are set back. */
function isOver({ path, readAt, writtenAt }: Held, now: number): boolean {
  try {
    const file = openSync(path, "r");
    try {
      const expiry = readSync(file, header, 0, HEADER_BYTES, 0) === HEADER_BYTES ? expiryOf(header) : undefined;
      futimesSync(file, readAt / 1_000, writtenAt / 1_000);
      return expiry !== undefined && expiry <= now;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    throw error;
  }
}
