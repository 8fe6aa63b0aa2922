import { createBreaker } from "./breaker.ts";
import type { Breaker } from "./breaker.ts";

/** `check`: a look at the fence. */
export type Kind = "read" | "write" | "check" | "lock";

/** What an operation on a store came to. */
export type Guarded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** Looks without waiting whether a store is back, and at later calls says what came of it. */
export type Probe = () => "pending" | "ok" | Error;

/**
 * Runs what a store does so that no failure of it reaches the program: the first one is told by `warn`, repeated ones
 * open a breaker. Each kind is guarded apart: a full disk can still be read.
 */
export interface Guard {
  /** Fails at once while the breaker is open. `probe`: how to find out whether it may close; default: by trying `act`. */
  runSync<T>(kind: Kind, act: () => T, probe?: Probe): Guarded<T>;
  /**
   * Fails at once while the breaker is open, and while it lets a probe through, for which nobody waits. `act` rejects rather than
   * throws.
   */
  run<T>(kind: Kind, act: () => Promise<T>): Guarded<T> | Promise<Guarded<T>>;
  /** The same, and makes something of what it came to: a promise less than to await it. */
  runThen<T, R>(kind: Kind, act: () => Promise<T>, take: (done: Guarded<T>) => R | Promise<R>): R | Promise<R>;
}

const FAILED = { ok: false } as const;

export function createGuard(label: string, warn: (message: string) => void): Guard {
  const read = createBreaker();
  // A store that hangs is not to be waited for once more for each of its locks.
  const breakers: Record<Kind, Breaker> = { read, lock: read, write: createBreaker(), check: createBreaker() };
  let warned = false;

  const fail = (kind: Kind, error: unknown, start: number): typeof FAILED => {
    const now = performance.now();
    breakers[kind].failed(now, now - start);
    if (!warned) warn(`${label}: could not ${kind}: ${messageOf(error)}. The program goes on without this store.`);
    warned = true;
    return FAILED;
  };

  const settle = <T, R>(kind: Kind, act: () => Promise<T>, take: (done: Guarded<T>) => R | Promise<R>): Promise<R> => {
    const start = performance.now();
    return act().then(
      (value) => {
        breakers[kind].succeeded();
        return take({ ok: true, value });
      },
      (error: unknown) => take(fail(kind, error, start)),
    );
  };

  /** Whether `act` may be tried now. */
  const mayTry = (kind: Kind, probe: Probe | undefined, now: number): boolean => {
    const answer = breakers[kind].ask(now);
    if (answer === "closed") return true;
    if (probe === undefined || answer === "open") return answer === "probe";
    const state = probe();
    if (state === "ok") breakers[kind].succeeded();
    else if (state !== "pending") fail(kind, state, performance.now());
    return state === "ok";
  };

  const runThen: Guard["runThen"] = (kind, act, take) => {
    const answer = breakers[kind].ask(performance.now());
    if (answer === "closed") return settle(kind, act, take);
    if (answer === "probe") void settle(kind, act, () => undefined);
    return take(FAILED);
  };

  return {
    runSync(kind, act, probe) {
      const start = performance.now();
      if (!mayTry(kind, probe, start)) return FAILED;
      try {
        const value = act();
        breakers[kind].succeeded();
        return { ok: true, value };
      } catch (error) {
        return fail(kind, error, start);
      }
    },
    run: (kind, act) => runThen(kind, act, (done) => done),
    runThen,
  };
}

/** Clients put addresses into their errors, and addresses may hold a password. */
function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/:\/\/[^\s/]*@/g, "://…@");
}
