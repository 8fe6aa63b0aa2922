import { createBreaker } from "./breaker.ts";
import type { Breaker } from "./breaker.ts";

/** `check`: a look at the fence. */
export type Kind = "read" | "write" | "check";

/** What an operation on a store came to. */
export type Guarded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/**
 * Runs what a store does so that no failure of it reaches the program: the first one is told by `warn`, repeated ones
 * open a breaker. Each kind is guarded apart: a full disk can still be read.
 */
export interface Guard {
  runSync<T>(kind: Kind, act: () => T): Guarded<T>;
  /** Fails at once while the breaker is open, and while it lets a probe through, for which nobody waits. */
  run<T>(kind: Kind, act: () => Promise<T>): Guarded<T> | Promise<Guarded<T>>;
}

const FAILED = { ok: false } as const;

export function createGuard(label: string, warn: (message: string) => void): Guard {
  const breakers = { read: createBreaker(), write: createBreaker(), check: createBreaker() };
  let warned = false;

  const fail = (kind: Kind, breaker: Breaker, error: unknown): typeof FAILED => {
    breaker.failed(performance.now());
    if (!warned) warn(`${label}: could not ${kind}: ${messageOf(error)}. The program goes on without this store.`);
    warned = true;
    return FAILED;
  };

  const settle = async <T>(kind: Kind, act: () => Promise<T>): Promise<Guarded<T>> => {
    const breaker = breakers[kind];
    try {
      const value = await act();
      breaker.succeeded();
      return { ok: true, value };
    } catch (error) {
      return fail(kind, breaker, error);
    }
  };

  return {
    runSync(kind, act) {
      const breaker = breakers[kind];
      if (breaker.ask(performance.now()) === "open") return FAILED;
      try {
        const value = act();
        breaker.succeeded();
        return { ok: true, value };
      } catch (error) {
        return fail(kind, breaker, error);
      }
    },
    run(kind, act) {
      const answer = breakers[kind].ask(performance.now());
      if (answer === "open") return FAILED;
      const result = settle(kind, act);
      // Nobody waits for a probe: it may take the whole of its deadline.
      return answer === "probe" ? FAILED : result;
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
