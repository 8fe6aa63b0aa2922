import { coveredTime, type CountedRun } from "./covered-time.ts";
import { WaitedTime } from "./waited-time.ts";

/** When a stored call ran. */
export interface StoredRun {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds. */
  readonly durationMs: number;
}

interface AnsweredRun extends CountedRun {
  answers: number;
}

/** Different entries that are told apart. Past that, answers of one entry count once. */
const MOST_ENTRIES = 100_000;
const MOST_PENDING = 64;

/**
 * What answers have saved: the time in which the answered calls ran, as the clock had it. Calls that ran at one time, and those
 * inside others, count once; a call that is answered again counts again.
 */
export class SavedTime {
  readonly #runs = new Map<number, AnsweredRun>();
  /** Those that cannot be counted under their start. */
  readonly #others: AnsweredRun[] = [];
  /** Start and duration of answers that are not counted yet: to count many in a row takes a third of the time. */
  readonly #pending = new Float64Array(2 * MOST_PENDING);
  #pendingCount = 0;
  #costMs = 0;
  readonly #waited = new WaitedTime();

  /** `costMs`: what the answer took. `endedAt`: when it came, where others could be on their way at the same time. */
  add({ startedAt, durationMs }: StoredRun, costMs: number, endedAt?: number): void {
    if (endedAt === undefined) this.#costMs += costMs;
    else this.#waited.add(endedAt - costMs, endedAt);
    const at = 2 * this.#pendingCount++;
    this.#pending[at] = startedAt;
    this.#pending[at + 1] = durationMs;
    if (this.#pendingCount === MOST_PENDING) this.#countPending();
  }

  #countPending(): void {
    for (let at = 0; at < 2 * this.#pendingCount; at += 2)
      this.#count(this.#pending[at] as number, this.#pending[at + 1] as number);
    this.#pendingCount = 0;
  }

  #count(startedAt: number, durationMs: number): void {
    const end = startedAt + Math.max(0, durationMs);
    const known = this.#runs.get(startedAt);
    if (known?.end === end) known.answers += 1;
    else if (known === undefined && this.#runs.size < MOST_ENTRIES)
      this.#runs.set(startedAt, { start: startedAt, end, answers: 1 });
    else if (this.#others.length < MOST_ENTRIES) this.#others.push({ start: startedAt, end, answers: 1 });
  }

  /** Milliseconds; below zero where answers took longer than the calls. */
  total(): number {
    return totalSaved([this], this.#waited);
  }

  /** What the answers took while nothing else could go on, in milliseconds. */
  get costMs(): number {
    return this.#costMs;
  }

  *runs(): Iterable<CountedRun> {
    this.#countPending();
    yield* this.#runs.values();
    yield* this.#others;
  }
}

/**
 * Less than the sum where calls of one ran at the same time as those of another, or inside them. `waited`: for the answers of all of
 * them that could be on their way at one time.
 */
export function totalSaved(all: readonly SavedTime[], waited: WaitedTime): number {
  const cost = all.reduce((sum, { costMs }) => sum + costMs, waited.totalMs);
  return coveredTime(all.flatMap((saved) => [...saved.runs()])) - cost;
}
