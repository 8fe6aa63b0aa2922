import type { KeyObject } from "node:crypto";
import type { Entry } from "./entry.ts";
import { open, seal } from "./envelope.ts";
import type { Refusal } from "./envelope.ts";
import type { Guard, Guarded } from "./guard.ts";
import type { AsyncStore, Fence, Store, SyncStore } from "./store.ts";

/** What one store said of a key. `bytes`: as they came, to fill the stores in front. */
export type TierRead =
  | { readonly ok: true; readonly entry: Entry; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: "absent" | "unavailable" | Refusal };

export interface Trust {
  readonly secret: KeyObject | undefined;
  readonly strict: boolean;
  readonly limit: number | undefined;
}

/** A store behind its guard and its envelope check. */
export interface Tier {
  readonly store: Store;
  readonly guard: Guard;
  readonly trust: Trust;
}

const ABSENT = { ok: false, why: "absent" } as const;
const UNAVAILABLE = { ok: false, why: "unavailable" } as const;

/** The form of the store that answers without a promise, where it has one. */
export function blockingForm(store: Store): SyncStore | undefined {
  return store.mode === "sync" ? store : store.blocking;
}

export function readTierSync(tier: Tier, store: SyncStore, key: string): TierRead {
  return check(
    tier,
    key,
    tier.guard.runSync("read", () => store.get(key)),
  );
}

export function readTier(tier: Tier, store: AsyncStore, key: string): TierRead | Promise<TierRead> {
  const found = tier.guard.run("read", () => store.get(key));
  return found instanceof Promise ? found.then((bytes) => check(tier, key, bytes)) : UNAVAILABLE;
}

/** Undefined: unknown, so that nothing may be written. */
export function fenceOf(tier: Tier): Fence | undefined {
  const found = tier.guard.runSync("check", () => tier.store.fence());
  return found.ok ? found.value : undefined;
}

/** Envelopes of one entry, made once for each form that stores ask for. */
export function createSealer(
  key: string,
  entry: Entry,
  secret: KeyObject | undefined,
): (compressFrom: number | undefined) => Uint8Array {
  const made = new Map<number | undefined, Uint8Array>();
  return (compressFrom) => {
    const form = compressFrom !== undefined && entry.value.byteLength >= compressFrom ? compressFrom : undefined;
    const bytes = made.get(form) ?? seal(key, entry, { secret, compressFrom: form });
    made.set(form, bytes);
    return bytes;
  };
}

function check(tier: Tier, key: string, found: Guarded<Uint8Array | undefined>): TierRead {
  if (!found.ok) return UNAVAILABLE;
  if (found.value === undefined) return ABSENT;
  const { secret, limit, strict } = tier.trust;
  // Nobody but the user can write to a folder of files that is used at all; see `private-folder.ts`.
  const opened = open(key, found.value, { secret, limit, strict: strict && tier.store.mode === "async" });
  return opened.ok ? { ok: true, entry: opened.entry, bytes: found.value } : opened;
}
