/** When a stored call ran. */
export interface StoredRun {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds. */
  readonly durationMs: number;
}

interface Interval {
  start: number;
  end: number;
}

/** Different entries that are told apart. Past that, answers of one entry may count once. */
const MOST_ENTRIES = 100_000;

/** Intervals that are kept before they are joined. */
const MOST_LOOSE = 1_000;

/**
 * What answers have saved: the time in which the answered calls ran, as the clock had it. Calls that ran at one time, and those
 * inside others, count once; a call that is answered again counts again.
 */
export class SavedTime {
  /** First answers of entries, second ones, and so on: within one of them time counts once. */
  readonly #rounds: Interval[][] = [];
  readonly #answers = new Map<number, number>();
  #costMs = 0;

  /** `costMs`: what the answer took. */
  add({ startedAt, durationMs }: StoredRun, costMs: number): void {
    this.#costMs += costMs;
    const round = this.#answers.get(startedAt) ?? 0;
    if (round > 0 || this.#answers.size < MOST_ENTRIES) this.#answers.set(startedAt, round + 1);
    const intervals = (this.#rounds[round] ??= []);
    intervals.push({ start: startedAt, end: startedAt + Math.max(0, durationMs) });
    if (intervals.length > MOST_LOOSE && intervals.length % MOST_LOOSE === 0) this.#rounds[round] = join(intervals);
  }

  /** Milliseconds; below zero where answers took longer than the calls. */
  total(): number {
    const lengths = this.#rounds.map((round) => join(round).reduce((sum, { start, end }) => sum + end - start, 0));
    return lengths.reduce((sum, length) => sum + length, 0) - this.#costMs;
  }
}

function join(intervals: readonly Interval[]): Interval[] {
  const joined: Interval[] = [];
  for (const next of intervals.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && next.start <= last.end) last.end = Math.max(last.end, next.end);
    else joined.push({ ...next });
  }
  return joined;
}
