import { appendFileSync, existsSync, renameSync, rmSync, statSync, unlinkSync, utimesSync } from "node:fs";
import { codeOf } from "./file-errors.ts";
import { createFileLocks } from "./file-lock.ts";
import { readWhole } from "./file-read.ts";
import { ENTRIES } from "./file-layout.ts";
import { sweepTemporary } from "./file-sweep.ts";
import { createTemporaryNames, moveInto, retryMissing, writeTemporary } from "./file-write.ts";
import { isPrivate, makePrivate } from "./private-folder.ts";
import type { Room } from "./prune.ts";
import { createPruner, DEFAULT_ROOM } from "./pruner.ts";
import type { Fence, SyncStore } from "../store.ts";

export { ENTRIES };

export interface FileStoreOptions {
  /** An absolute path. Made when the first entry is written. */
  readonly folder: string;
  /** Longer files are not read whole, and so are refused as damaged. Bytes; default 256 MiB. */
  readonly limit?: number;
  /** What the folder may hold; kept to once in a while, in the background. Default: 5 GB, and 90 days since the last use. */
  readonly room?: Room;
}

export interface FileStore extends SyncStore {
  /** As `clear` does, sees to it that writes that are under way keep nothing; removes nothing by itself. */
  fenceOff(): void;
}

/** What the fences of folders were when this thread last looked, and when. */
const looks = new Map<string, { readonly value: Fence; readonly at: number }>();
const LOOK_MS = 5;

/**
 * One file for each entry: `entries/v1/ab/cdef…`, written beside and renamed, never synced to disk: a crash of the
 * machine may tear an entry, which its checksum shows. Any number of processes may share the folder.
 */
export function createFileStore({ folder, limit, room = DEFAULT_ROOM }: FileStoreOptions): FileStore {
  const entries = `${folder}/${ENTRIES}`;
  const temporary = `${folder}/tmp`;
  const marker = `${folder}/cleared`;
  const names = createTemporaryNames(temporary);
  let trusted = false;
  let swept = false;

  const isTrusted = (): boolean => (trusted ||= isPrivate(folder, entries));

  const prepare = (): void => {
    makePrivate(entries);
    makePrivate(temporary);
    trusted = isPrivate(folder, entries);
    if (!swept) sweepTemporary(temporary, Date.now());
    swept = true;
  };

  const locks = createFileLocks(`${folder}/locks`, () => {
    prepare();
    makePrivate(`${folder}/locks`);
  });

  const pruner = createPruner(folder, room);

  /** Its length counts: appending is atomic, and neither the clock nor the reuse of inodes can repeat it. */
  const look = (): Fence => {
    const value = statSync(marker, { throwIfNoEntry: false })?.size ?? 0;
    looks.set(marker, { value, at: performance.now() });
    return value;
  };

  /** A fence of a moment ago is as good: at worst it keeps a result from being stored. */
  const fence = (): Fence => {
    const last = looks.get(marker);
    return last !== undefined && performance.now() - last.at < LOOK_MS ? last.value : look();
  };

  const fenceOff = (): void => {
    retryMissing(() => appendFileSync(marker, ".", { mode: 0o600 }), prepare);
    looks.delete(marker);
  };

  return {
    mode: "sync",
    label: `file ${folder}`,
    get(key) {
      const bytes = readWhole(pathOf(entries, key), limit);
      return bytes !== undefined && isTrusted() ? bytes : undefined;
    },
    set(key, bytes, _expiresAt, before) {
      if (!swept) retryMissing(prepare, () => undefined);
      const path = pathOf(entries, key);
      const written = writeTemporary(names, bytes, prepare);
      if (before !== undefined && fence() !== before) return void removeFile(written);
      moveInto(written, path, prepare);
      // A clear that came since the last look would have left this entry behind.
      if (before !== undefined && look() !== before) removeFile(path);
      pruner.consider();
    },
    delete: (key) => removeFile(pathOf(entries, key)),
    clear() {
      retryMissing(prepare, () => undefined);
      fenceOff();
      const aside = names.next();
      // Gone at once for readers and writers, and then removed in peace.
      retryMissing(() => existsSync(entries) && renameSync(entries, aside), prepare);
      removeTree(aside);
    },
    fenceOff,
    fence,
    touch(key) {
      const now = Date.now() / 1_000;
      try {
        utimesSync(pathOf(entries, key), now, now);
      } catch (error) {
        // Gone, or in a folder that can only be read, from which nothing is removed either.
        if (codeOf(error) === undefined) throw error;
      }
    },
    lock: locks.lock,
    unlock: locks.unlock,
  };
}

function pathOf(entries: string, key: string): string {
  if (!isKey(key)) throw new RangeError("A key has 64 hex digits");
  return `${entries}/${key.slice(0, 2)}/${key.slice(2)}`;
}

/** No key leads out of the folder. To look at each of the 64 units takes 1 µs in cold code, a tenth of a whole hit (Node 20). */
function isKey(text: string): boolean {
  if (text.length !== 64 || text.toLowerCase() !== text) return false;
  return !text.includes(".") && !text.includes("/") && !text.includes("\\");
}

function removeTree(folder: string): void {
  for (let tries = 0; tries < 10; tries++) if (isRemoved(folder)) return;
}

/** False where a writer that was already on its way landed in it meanwhile. What is never removed here, the sweep finds. */
function isRemoved(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true });
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOTEMPTY") return false;
    throw error;
  }
}

/** False where there was none. */
function removeFile(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return false;
    throw error;
  }
}
