import { statSync, utimesSync, writeFileSync } from "node:fs";
import { codeOf } from "./file-errors.ts";
import type { Room } from "./prune.ts";
import { startQuietWorker } from "../quiet-worker.ts";

/** Starts pruning when it is time, once in a while for all processes together. */
export interface Pruner {
  /** Called after writes. Costs nothing but a look at the clock most of the time. */
  consider(): void;
}

/** 5 GB, 90 days. */
export const DEFAULT_ROOM: Room = { maxBytes: 5_000_000_000, maxAgeMs: 7_776_000_000 };

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** One that was begun and not finished, since its process ended, is begun again after this time. */
const RETRY_MS = 600_000;

/** Programs that run for less leave it to others, for a day. */
const SHORT_MS = 1_000;

const LOOK_EVERY_MS = 60_000;

/** `now`: milliseconds since the epoch. */
export function createPruner(folder: string, room: Room, now: () => number = Date.now): Pruner {
  let nextLook = 0;

  const start = (everyMs: number): void => {
    if (!isDue(folder, now(), everyMs)) return;
    markPruned(folder, "begun");
    startQuietWorker("runtime/stores/files/prune-worker.js", { folder, room }).on(
      "error",
      () => "the next process tries again",
    );
  };

  return {
    consider() {
      const since = performance.now();
      if (since < nextLook) return;
      nextLook = since + (since < SHORT_MS ? SHORT_MS : LOOK_EVERY_MS);
      try {
        start(since < SHORT_MS ? DAY_MS : HOUR_MS);
      } catch (error) {
        // Somebody has just removed the folder: there is nothing to prune.
        if (codeOf(error) !== "ENOENT") throw error;
      }
    },
  };
}

/** The time of the file says when it is over; its length, whether it was finished. */
export function markPruned(folder: string, state: "begun" | "done"): void {
  writeFileSync(`${folder}/pruned`, state === "done" ? "done" : "", { mode: 0o600 });
}

function isDue(folder: string, now: number, everyMs: number): boolean {
  const marker = `${folder}/pruned`;
  const found = statSync(marker, { throwIfNoEntry: false });
  if (found === undefined) {
    // A new folder has nothing to remove.
    markPruned(folder, "done");
    return false;
  }
  const age = now - found.mtimeMs;
  if (age < -RETRY_MS) utimesSync(marker, now / 1_000, now / 1_000);
  return age >= (found.size === 0 ? RETRY_MS : everyMs);
}
