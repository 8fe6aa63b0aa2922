import type { HeldEntry } from "../entry.ts";
import type { TierRead } from "./tier.ts";
import type { Fence } from "../store.ts";

/** What the stores were before a call ran. Handed back with its result, so that a `clear` in between is not undone. */
export type Fences = readonly (Fence | undefined)[];

/** `from`: the label of the store that answered. */
export type Found =
  | { readonly ok: true; readonly entry: HeldEntry; readonly from: string }
  | {
      readonly ok: false;
      /** `expired`: an entry was there, but its time is over. `damaged`: there was one that cannot be believed. */
      readonly why: "absent" | "expired" | "damaged";
      readonly fences: Fences;
    };

/** One look through the stores. */
export interface Search {
  readonly key: string;
  why: "absent" | "expired" | "damaged";
  /** Taken from each store as it misses: first the memory's, then one for each store that was asked. */
  readonly fences: (Fence | undefined)[];
}

/** Clocks of a team differ a little; an entry from further ahead has an age that nobody knows. One minute. */
const CLOCK_SKEW_MS = 60_000;

export function beginSearch(key: string, memoryFence: Fence): Search {
  return { key, why: "absent", fences: [memoryFence] };
}

/** An answer, or undefined: look further. */
export function judge(search: Search, entry: HeldEntry, from: string, now: () => number): Found | undefined {
  if (!isOver(entry, now)) return { ok: true, entry, from };
  search.why = "expired";
  return undefined;
}

export function noteRefusal(search: Search, read: TierRead & { ok: false }): void {
  if (read.why === "absent" || read.why === "unavailable" || search.why !== "absent") return;
  search.why = "damaged";
}

export function missed({ why, fences }: Search): Found {
  return { ok: false, why, fences };
}

function isOver({ expiresAt, createdAt }: HeldEntry, clock: () => number): boolean {
  if (expiresAt === undefined) return false;
  const now = clock();
  return expiresAt <= now || createdAt > now + CLOCK_SKEW_MS;
}
