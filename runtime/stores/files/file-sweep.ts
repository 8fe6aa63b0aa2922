import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";

/** A write takes milliseconds; what is older belongs to a process that was killed. One hour. */
const ORPHAN_AGE_MS = 3_600_000;

/** Bounds the time that the first write of a process may spend here. */
const AT_MOST = 1_000;

/** Removes temporary files and half-removed folders that nobody will finish. `now`: milliseconds since the epoch. */
export function sweepTemporary(folder: string, now: number): void {
  for (const name of readdirSync(folder).slice(0, AT_MOST)) {
    const orphan = path.join(folder, name);
    const found = statSync(orphan, { throwIfNoEntry: false });
    // Another process may sweep at the same time, hence `force`.
    if (found !== undefined && now - found.mtimeMs > ORPHAN_AGE_MS) rmSync(orphan, { recursive: true, force: true });
  }
}
