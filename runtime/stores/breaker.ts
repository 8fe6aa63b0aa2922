/**
 * Keeps a store that fails from being asked again and again. After `FAILURES` in a row it is left alone for a pause
 * that doubles with each failed probe; then one probe decides.
 * `now`: milliseconds of a clock that never goes back.
 */
export interface Breaker {
  /** `probe`: one operation may be tried, and its result must be told. */
  ask(now: number): "closed" | "open" | "probe";
  succeeded(): void;
  failed(now: number): void;
}

const FAILURES = 3;
const FIRST_PAUSE_MS = 1_000;
const LAST_PAUSE_MS = 30_000;

export function createBreaker(): Breaker {
  let failures = 0;
  let pause = FIRST_PAUSE_MS;
  let openUntil: number | undefined;

  return {
    ask(now) {
      if (openUntil === undefined) return "closed";
      if (now < openUntil) return "open";
      // Whoever asks next, while the probe is under way, finds it open.
      openUntil = now + pause;
      return "probe";
    },
    succeeded() {
      failures = 0;
      pause = FIRST_PAUSE_MS;
      openUntil = undefined;
    },
    failed(now) {
      failures += 1;
      if (openUntil !== undefined) pause = Math.min(pause * 2, LAST_PAUSE_MS);
      if (failures >= FAILURES || openUntil !== undefined) openUntil = now + pause;
    },
  };
}
