/**
 * Keeps a store that fails from being asked again and again. After `FAILURES` in a row, or a single one that somebody had
 * to wait for, it is left alone for a pause that doubles with each failed probe; then one probe decides. `now`: milliseconds of a clock that never goes back.
 */
export interface Breaker {
  /**
   * - `closed`: go ahead.
   * - `open`: leave it alone.
   * - `probe`: one operation may be tried, now by whoever asks. Its result must be told.
   * - `probing`: somebody does that.
   */
  ask(now: number): "closed" | "open" | "probe" | "probing";
  succeeded(): void;
  failed(now: number, tookMs: number): void;
}

const FAILURES = 3;
const LONG_MS = 100;
const FIRST_PAUSE_MS = 1_000;
const LAST_PAUSE_MS = 30_000;

export function createBreaker(): Breaker {
  let failures = 0;
  let pause = FIRST_PAUSE_MS;
  let openUntil: number | undefined;
  let probing = false;

  return {
    ask(now) {
      if (openUntil === undefined) return "closed";
      if (probing) return "probing";
      if (now < openUntil) return "open";
      probing = true;
      return "probe";
    },
    succeeded() {
      failures = 0;
      pause = FIRST_PAUSE_MS;
      openUntil = undefined;
      probing = false;
    },
    failed(now, tookMs) {
      failures += tookMs >= LONG_MS ? FAILURES : 1;
      if (probing) pause = Math.min(pause * 2, LAST_PAUSE_MS);
      // Those that were under way when it opened change nothing.
      if (probing || (openUntil === undefined && failures >= FAILURES)) openUntil = now + pause;
      probing = false;
    },
  };
}
