import type { TargetFacts } from "./link.ts";
import type { CallOutcome } from "./outcome.ts";

/** Calls after which a function is judged: before that, code is cold and folders are made. */
export const JUDGED_CALLS = 1_000;

/** A function that runs for longer on average may well have calls that are worth their while. Milliseconds. */
const LONG_MS = 1;

/** What the calls of one function came to, in milliseconds. */
interface Account {
  calls: number;
  /** How long the calls took when they ran, those that were answered too. */
  ranMs: number;
  /** What answers saved, less what they took, and what keying and storing the others took. */
  wonMs: number;
  isCheap: boolean;
}

/**
 * Learns which functions cost more to cache than to run, of those that a pattern for whole files took in without anybody having
 * named them. These are left alone for the rest of the process. Only sync functions: of others the time is not their own.
 */
export class Worth {
  readonly #accounts = new WeakMap<TargetFacts, Account>();

  isCheap(target: TargetFacts): boolean {
    return target.isNamed === false && this.#accounts.get(target)?.isCheap === true;
  }

  /** Another outcome of the function's calls. */
  note(outcome: CallOutcome): void {
    const { target } = outcome;
    if (target.isNamed !== false || !isMeasured(target)) return;
    if (outcome.kind !== "hit" && outcome.kind !== "miss") return;
    let account = this.#accounts.get(target);
    if (account === undefined) this.#accounts.set(target, (account = { calls: 0, ranMs: 0, wonMs: 0, isCheap: false }));
    account.calls += 1;
    account.ranMs += outcome.kind === "hit" ? (outcome.ran?.durationMs ?? 0) : outcome.durationMs;
    account.wonMs += outcome.kind === "hit" ? outcome.savedMs : -(outcome.spentMs ?? 0);
    if (account.calls >= JUDGED_CALLS) account.isCheap = isLoss(account);
  }
}

function isMeasured({ isAsync, generator, options }: TargetFacts): boolean {
  return !isAsync && generator === undefined && options.minDuration === undefined;
}

function isLoss({ calls, ranMs, wonMs }: Account): boolean {
  return wonMs < 0 && ranMs / calls < LONG_MS;
}
