import { readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { codeOf } from "./file-errors.ts";
import type { TemporaryNames } from "./file-write.ts";

/** Locks on plain files: whoever creates the file holds the lock, until the time of the file is over. */
export interface FileLocks {
  /** Acquires, or prolongs what `token` holds already. True: `token` holds it for `leaseMs` from now. */
  lock(key: string, token: string, leaseMs: number): boolean;
  unlock(key: string, token: string): void;
}

/** No lease is longer; a file from further ahead was written before the clock was set back. */
const LONGEST_LEASE_MS = 120_000;

/** Between two looks at whether the holder still lives. */
const LIFE_CHECK_MS = 100;

export function createFileLocks(folder: string, names: TemporaryNames, prepare: () => void): FileLocks {
  const held = new Set<string>();
  const looked = new Map<string, number>();

  const create = (path: string, token: string, leaseMs: number): boolean => {
    try {
      writeFileSync(path, `${token}\n${process.pid}\n${machine()}`, { flag: "wx", mode: 0o600 });
    } catch (error) {
      if (codeOf(error) === "EEXIST") return false;
      if (codeOf(error) !== "ENOENT") throw error;
      prepare();
      return create(path, token, leaseMs);
    }
    setEnd(path, leaseMs);
    held.add(path);
    return true;
  };

  /** True where the lock was taken from a holder that is gone. Of several that see it, one wins the renaming. */
  const release = (path: string, found: string): boolean => {
    const aside = names.next();
    try {
      renameSync(path, aside);
    } catch (error) {
      if (codeOf(error) === "ENOENT") return true;
      throw error;
    }
    const taken = read(aside);
    rmSync(aside, { force: true });
    return taken === found;
  };

  const isAbandoned = (path: string, found: string): boolean => {
    const end = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (end === undefined) return false;
    const now = Date.now();
    if (end <= now || end > now + LONGEST_LEASE_MS + LIFE_CHECK_MS) return true;
    if (now - (looked.get(path) ?? 0) < LIFE_CHECK_MS) return false;
    looked.set(path, now);
    return isDead(found);
  };

  return {
    lock(key, token, leaseMs) {
      const path = `${folder}/${key}`;
      if (held.has(path) && read(path)?.startsWith(token) === true) {
        setEnd(path, leaseMs);
        return true;
      }
      for (let tries = 0; tries < 3; tries++) {
        if (create(path, token, leaseMs)) return true;
        const found = read(path);
        if (found === undefined) continue;
        if (!isAbandoned(path, found) || !release(path, found)) return false;
      }
      return false;
    },
    unlock(key, token) {
      const path = `${folder}/${key}`;
      looked.delete(path);
      if (!held.delete(path) || read(path)?.startsWith(token) !== true) return;
      rmSync(path, { force: true });
    },
  };
}

/** The end of the lease is the time of the file: one call prolongs it, and it is over without anybody doing anything. */
function setEnd(path: string, leaseMs: number): void {
  const end = (Date.now() + leaseMs) / 1_000;
  try {
    utimesSync(path, end, end);
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

/** Of the holders on this machine; of others only the end of their lease is known. */
function isDead(found: string): boolean {
  const [, pid = "", where = ""] = found.split("\n");
  if (where !== machine() || !/^\d+$/.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
}

let known: string | undefined;

/** Process ids mean something within one machine, since its start, and within one container. */
function machine(): string {
  known ??= [hostname(), readText("/proc/sys/kernel/random/boot_id"), readSpace()].join(" ");
  return known;
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "no boot id: not Linux";
  }
}

function readSpace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "no spaces of process ids: not Linux";
  }
}
