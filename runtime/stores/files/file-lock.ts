import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { codeOf } from "./file-errors.ts";
import { retryMissing } from "./file-write.ts";
import { holderText, isDead } from "./lock-holder.ts";

/** Locks on plain files: whoever creates the file holds the lock, until its lease is over. */
export interface FileLocks {
  /** Acquires, or prolongs what `token` holds already. True: `token` holds it for `leaseMs` from now. */
  lock(key: string, token: string, leaseMs: number): boolean;
  unlock(key: string, token: string): void;
}

/**
 * A lease ends so long after the time of its file, whatever that is: a file that was made a moment ago, and has neither
 * its text nor its time yet, is held. Milliseconds.
 */
export const SHORTEST_LEASE_MS = 5_000;

/** No lease is longer; a file from further ahead was written before the clock was set back. */
const LONGEST_LEASE_MS = 120_000;

/** Between two looks at whether the holder still lives. */
const LIFE_CHECK_MS = 100;

/** Locks of others that are remembered as looked at; those that are not waited for are never forgotten otherwise. */
const MOST_LOOKED = 1_000;

/** Near its end, and after it, a lease is left to whoever takes it. */
const END_MARGIN_MS = 500;

export function createFileLocks(folder: string, prepare: () => void): FileLocks {
  /** Ends of leases, by `performance.now()`. */
  const held = new Map<string, number>();
  const looked = new Map<string, number>();

  const hold = (path: string, leaseMs: number, since: number): void => {
    if (leaseMs !== SHORTEST_LEASE_MS) setEnd(path, leaseMs);
    held.set(path, since + leaseMs - END_MARGIN_MS);
  };

  const acquire = (path: string, token: string, leaseMs: number): boolean => {
    const since = performance.now();
    const isOurs = create(path, holderText(token), prepare);
    if (isOurs) hold(path, leaseMs, since);
    return isOurs;
  };

  /** Looking at processes costs more than at times, and is asked again and again by whoever waits. */
  const isFree = (path: string): boolean => {
    const now = performance.now();
    const isTime = now - (looked.get(path) ?? -LIFE_CHECK_MS) >= LIFE_CHECK_MS;
    if (looked.size >= MOST_LOOKED) looked.clear();
    if (isTime) looked.set(path, now);
    return isOver(path) || (isTime && isDeserted(path));
  };

  return {
    lock(key, token, leaseMs) {
      const path = `${folder}/${key}`;
      if (held.has(path) && read(path)?.startsWith(token) === true) {
        const since = performance.now();
        setEnd(path, leaseMs);
        held.set(path, since + leaseMs - END_MARGIN_MS);
        return true;
      }
      return acquire(path, token, leaseMs) || (isFree(path) && evict(path, prepare) && acquire(path, token, leaseMs));
    },
    unlock(key, token) {
      const path = `${folder}/${key}`;
      const end = held.get(path);
      looked.delete(path);
      held.delete(path);
      const isOurs = end !== undefined && performance.now() < end && read(path)?.startsWith(token) === true;
      if (isOurs) rmSync(path, { force: true });
    },
  };
}

/** False where it is there already. */
function create(path: string, text: string, prepare: () => void): boolean {
  try {
    retryMissing(() => writeFileSync(path, text, { flag: "wx", mode: 0o600 }), prepare);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes a lock that nobody holds any more. Looking and removing are two steps, between which another process may have
 * removed the old lock and made one of its own: hence one process at a time, and a second look.
 */
function evict(path: string, prepare: () => void): boolean {
  const gate = `${path}.gate`;
  if (!create(gate, "", prepare)) {
    // Of one that died between two lines of this function.
    if (isOver(gate)) rmSync(gate, { force: true });
    return false;
  }
  try {
    if (isOver(path) || isDeserted(path)) rmSync(path, { force: true });
    return true;
  } finally {
    rmSync(gate, { force: true });
  }
}

function isDeserted(path: string): boolean {
  return isDead(read(path) ?? "");
}

function isOver(path: string): boolean {
  const time = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (time === undefined) return false;
  const end = time + SHORTEST_LEASE_MS;
  const now = Date.now();
  return end <= now || end > now + LONGEST_LEASE_MS + SHORTEST_LEASE_MS;
}

/** The time of the file says when the lease ends: one call prolongs it, and it is over without anybody doing anything. */
function setEnd(path: string, leaseMs: number): void {
  const time = (Date.now() + leaseMs - SHORTEST_LEASE_MS) / 1_000;
  try {
    utimesSync(path, time, time);
  } catch (error) {
    // Somebody thought us dead.
    if (codeOf(error) !== "ENOENT") throw error;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
