import type { KeyObject } from "node:crypto";
import type { Entry, HeldEntry } from "../entry.ts";
import { open, seal } from "../envelopes/envelope.ts";
import type { Refusal } from "../envelopes/envelope.ts";
import { createGuard } from "./guard.ts";
import type { Guard, Guarded } from "./guard.ts";
import type { AsyncStore, Fence, Store, SyncStore } from "../store.ts";
import type { TurnLock } from "./turns.ts";
import type { WriteBehind } from "./write-behind.ts";

/** What one store said of a key. `bytes`: as they came, to fill the stores in front. */
export type TierRead =
  | { readonly ok: true; readonly entry: HeldEntry; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: "absent" | "unavailable" | Refusal };

export interface Trust {
  readonly secret: KeyObject | undefined;
  /** Refuses unsigned entries of stores that others can write to. */
  readonly strict: boolean;
  readonly limit: number | undefined;
}

export interface TierWrite {
  readonly key: string;
  /** Sealed when it is needed, in the form that the store asks for. */
  readonly bytes: (compressFrom: number | undefined) => Uint8Array;
  readonly expiresAt: number | undefined;
  /** Undefined: unknown, so that nothing is written. */
  readonly fence: Fence | undefined;
}

/** A store behind its guard and its envelope check. `Sync`: for callers that cannot wait. */
export interface Tier {
  readonly store: Store;
  readonly guard: Guard;
  readSync(key: string): TierRead;
  /** `take` makes something of what it gave; a promise only where the store has to be awaited. */
  read<T>(key: string, take: (read: TierRead) => T | Promise<T>): T | Promise<T>;
  fenceSync(): Fence | undefined;
  fence(): Fence | undefined;
  writeSync(write: TierWrite): void;
  write(write: TierWrite): void;
  /** Undefined: the store has no locks. */
  readonly locks: TurnLock | undefined;
}

const DAY_MS = 86_400_000;

const ABSENT = { ok: false, why: "absent" } as const;
const UNAVAILABLE = { ok: false, why: "unavailable" } as const;

export function createTier(store: Store, trust: Trust, behind: WriteBehind, warn: (message: string) => void): Tier {
  const guard = createGuard(store.label, warn);
  const blocking = blockingForm(store);
  // A folder of files is not used at all where others can write to it; see `private-folder.ts`.
  const believed = { ...trust, strict: trust.strict && store.mode === "async" };

  const check = (key: string, found: Guarded<Uint8Array | undefined>): TierRead => {
    if (!found.ok) return UNAVAILABLE;
    if (found.value === undefined) return ABSENT;
    const opened = open(key, found.value, believed);
    return opened.ok ? { ok: true, entry: opened.entry, bytes: found.value } : opened;
  };

  const readFrom = (form: SyncStore, key: string): TierRead => {
    const probe = store.mode === "async" ? store.blocking?.probe.bind(store.blocking, key) : undefined;
    return check(
      key,
      guard.runSync("read", () => form.get(key), probe),
    );
  };

  /** Systems that do not note reads would lose what is read every day. The rest is a needless call a day. */
  const touch = (key: string, read: TierRead): TierRead => {
    const isOld = read.ok && store.mode === "sync" && Date.now() - read.entry.createdAt > DAY_MS;
    if (isOld) guard.runSync("check", () => store.touch?.(key));
    return read;
  };

  const fenceFrom = (form: Store): Fence | undefined => {
    const found = guard.runSync("check", () => form.fence());
    return found.ok ? found.value : undefined;
  };

  const writeTo = (form: SyncStore, { key, bytes, expiresAt, fence }: TierWrite): void => {
    guard.runSync("write", () => form.set(key, bytes(form.compressFrom), expiresAt, fence));
  };

  const writeBehind = (far: AsyncStore, { key, bytes, expiresAt, fence }: TierWrite): void => {
    const sealed = bytes(far.compressFrom);
    behind.add({
      run: async () => guard.run("write", () => far.set(key, sealed, expiresAt, fence)),
      runSync: () => void guard.runSync("write", () => blocking?.set(key, sealed, expiresAt, fence)),
      size: sealed.byteLength,
    });
  };

  const write = (given: TierWrite): void => {
    if (given.fence === undefined) return;
    if (store.mode === "sync") writeTo(store, given);
    else writeBehind(store, given);
  };

  return {
    store,
    guard,
    readSync: (key) => (blocking === undefined ? UNAVAILABLE : touch(key, readFrom(blocking, key))),
    read(key, take) {
      if (store.mode === "sync") return take(touch(key, readFrom(store, key)));
      return guard.runThen(
        "read",
        () => store.get(key),
        (found) => take(check(key, found)),
      );
    },
    fenceSync: () => fenceFrom(blocking ?? store),
    fence: () => fenceFrom(store),
    writeSync(given) {
      if (blocking === undefined) write(given);
      else if (given.fence !== undefined) writeTo(blocking, given);
    },
    write,
    locks: locksOf(store, guard, behind),
  };
}

function locksOf(store: Store, guard: Guard, behind: WriteBehind): TurnLock | undefined {
  if (store.lock === undefined) return undefined;
  const form = blockingForm(store);
  const lockSync = (key: string, token: string, leaseMs: number): boolean | undefined => {
    const done = guard.runSync("lock", () => form?.lock?.(key, token, leaseMs));
    return done.ok ? done.value : undefined;
  };
  const unlockSync = (key: string, token: string): void => {
    guard.runSync("lock", () => form?.unlock?.(key, token));
  };
  if (store.mode === "sync") return { lockSync, unlockSync, lock: lockSync, unlock: unlockSync };
  return {
    lockSync,
    unlockSync,
    async lock(key, token, leaseMs) {
      const done = await guard.run("lock", async () => store.lock?.(key, token, leaseMs));
      return done.ok ? done.value : undefined;
    },
    unlock(key, token) {
      // The one that comes next must find what was written.
      behind.after(() => void guard.run("lock", async () => store.unlock?.(key, token)));
    },
  };
}

/** The form of the store that answers without a promise, where it has one. */
export function blockingForm(store: Store): SyncStore | undefined {
  return store.mode === "sync" ? store : store.blocking;
}

/** Envelopes of one entry, made once for each form that stores ask for. */
export function createSealer(key: string, entry: Entry, secret: KeyObject | undefined): TierWrite["bytes"] {
  const made = new Map<number | undefined, Uint8Array>();
  return (compressFrom) => {
    const form = compressFrom !== undefined && entry.value.byteLength >= compressFrom ? compressFrom : undefined;
    const bytes = made.get(form) ?? seal(key, entry, { secret, compressFrom: form });
    made.set(form, bytes);
    return bytes;
  };
}
