import { randomBytes } from "node:crypto";
import { threadId } from "node:worker_threads";
import type { Fences, Found } from "./search.ts";

/**
 * Whose turn it is to run a call that no store could answer: of the processes that need one key at once, one runs it and
 * the others take what it stored.
 *
 * Nobody waits for itself: a lock that this thread holds is not waited for. A thread that sleeps cannot finish its own
 * async calls, so that it does not wait while they hold locks. Among pure functions a nested call never needs the call
 * around it, so that those who wait form no circle; where one does, each wait ends by itself.
 */
export type Turn =
  | { readonly kind: "answer"; readonly found: Found & { readonly ok: true } }
  | {
      readonly kind: "run";
      /** In place of those of the read before. */
      readonly fences: Fences;
      /** Lets the next one go. Called after the result was written, or will not be. */
      readonly leave: () => void;
    };

/** A store's locks, guarded. Undefined: it cannot lock now. */
export interface TurnLock {
  lockSync(key: string, token: string, leaseMs: number): boolean | undefined;
  lock(key: string, token: string, leaseMs: number): boolean | undefined | Promise<boolean | undefined>;
  unlockSync(key: string, token: string): void;
  unlock(key: string, token: string): void;
}

export interface TurnsOptions {
  /** In the order in which they are acquired. */
  readonly locks: readonly TurnLock[];
  readonly readSync: (key: string) => Found;
  readonly read: (key: string) => Found | Promise<Found>;
  /** Milliseconds that a call waits for another process before it runs all the same. */
  readonly waitMs: number;
}

interface Held {
  readonly by: "sync call" | "async call" | "async call that began at once";
  /** Milliseconds of the monotonic clock. */
  readonly since: number;
}

export interface Turns {
  takeSync(key: string, missed: Fences): Turn;
  /** As `takeSync`, for an async call that has to begin at once: where another process is at it, both run. */
  takeNow(key: string, missed: Fences): Turn;
  /** A promise only where a store has to be awaited, or another process. */
  take(key: string, missed: Fences): Turn | Promise<Turn>;
}

/** An async holder prolongs its lease while its thread is alive; one that never settles is not waited for for ever. */
const LEASE_MS = 5_000;
const PROLONG_MS = 1_500;
const PROLONG_AT_MOST_MS = 120_000;

/** A sync holder cannot prolong. That it died is seen by other means on the same machine. */
const SYNC_LEASE_MS = 60_000;

const FIRST_PAUSE_MS = 1;
const LAST_PAUSE_MS = 40;

export function createTurns({ locks, readSync, read, waitMs }: TurnsOptions): Turns {
  const own = `${process.pid}-${threadId}-${randomBytes(9).toString("hex")}`;
  const held = new Map<string, Held>();
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  let prolonging: NodeJS.Timeout | undefined;

  /** A thread that sleeps cannot finish its own async calls. */
  const maySleep = (): boolean => [...held.values()].every(({ by }) => by === "sync call");
  const unlocked = (fences: Fences): Turn => ({ kind: "run", fences, leave: () => undefined });
  const unlock = (key: string, form: "Sync" | "", before = locks.length): void => {
    for (const lock of locks.slice(0, before)) lock[`unlock${form}`](key, own);
  };

  const prolong = (): void => {
    const oldest = performance.now() - PROLONG_AT_MOST_MS;
    for (const [key, { by, since }] of held)
      if (by === "async call" && since > oldest) for (const lock of locks) void lock.lock(key, own, LEASE_MS);
  };

  const holdBy = (key: string, by: Held["by"]): void => {
    held.set(key, { by, since: performance.now() });
    if (by === "async call") prolonging ??= setInterval(prolong, PROLONG_MS).unref();
  };

  const leave = (key: string): void => {
    const last = held.get(key);
    if (last === undefined) return;
    held.delete(key);
    if (held.size === 0) {
      clearInterval(prolonging);
      prolonging = undefined;
    }
    unlock(key, last.by === "async call" ? "" : "Sync");
  };

  /** Now that nobody else runs it: has somebody just done so? */
  const settle = (key: string, found: Found): Turn => {
    if (!found.ok) return { kind: "run", fences: found.fences, leave: () => leave(key) };
    leave(key);
    return { kind: "answer", found: { ...found, from: "flight" } };
  };

  /** Of the locks in their order: all held, or none. */
  const acquireSync = (key: string): boolean => {
    const taken = locks.findIndex((lock) => lock.lockSync(key, own, SYNC_LEASE_MS) === false);
    if (taken > 0) unlock(key, "Sync", taken);
    return taken === -1;
  };

  const acquire = (key: string, from = 0): boolean | Promise<boolean> => {
    for (let index = from; index < locks.length; index++) {
      const taken = locks[index]?.lock(key, own, LEASE_MS);
      if (taken instanceof Promise)
        return taken.then((isOurs) => (isOurs === false ? giveUp(key, index) : acquire(key, index + 1)));
      if (taken === false) return giveUp(key, index);
    }
    return true;
  };

  const giveUp = (key: string, taken: number): false => {
    unlock(key, "", taken);
    return false;
  };

  const hold = (key: string): Turn | Promise<Turn> => {
    holdBy(key, "async call");
    const found = read(key);
    return found instanceof Promise ? found.then((settled) => settle(key, settled)) : settle(key, found);
  };

  const wait = async (key: string, missed: Fences, first: boolean | Promise<boolean>): Promise<Turn> => {
    const end = performance.now() + waitMs;
    let isOurs = await first;
    for (let pause = FIRST_PAUSE_MS; !isOurs; pause = Math.min(2 * pause, LAST_PAUSE_MS)) {
      if (performance.now() >= end) return unlocked(missed);
      await new Promise((resolve) => setTimeout(resolve, pause));
      isOurs = await acquire(key);
    }
    return hold(key);
  };

  return {
    takeSync(key, missed) {
      if (locks.length === 0 || held.has(key)) return unlocked(missed);
      const end = performance.now() + waitMs;
      for (let pause = FIRST_PAUSE_MS; !acquireSync(key); pause = Math.min(2 * pause, LAST_PAUSE_MS)) {
        if (!maySleep() || performance.now() >= end) return unlocked(missed);
        Atomics.wait(sleeper, 0, 0, pause);
      }
      holdBy(key, "sync call");
      return settle(key, readSync(key));
    },
    takeNow(key, missed) {
      if (locks.length === 0 || held.has(key) || !acquireSync(key)) return unlocked(missed);
      holdBy(key, "async call that began at once");
      return settle(key, readSync(key));
    },
    take(key, missed) {
      if (locks.length === 0 || held.has(key)) return unlocked(missed);
      const first = acquire(key);
      return first === true ? hold(key) : wait(key, missed, first);
    },
  };
}
