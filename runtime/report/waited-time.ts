/** From when to when somebody waited, in milliseconds of one clock. */
interface Wait {
  readonly start: number;
  readonly end: number;
}

/** Waits that are told apart from later ones. What began before all of these counts from the first of them. */
const MOST_WAITS = 1_000;

/** The time in which at least one of many waits was going on: those at one time count once. They are told as they end. */
export class WaitedTime {
  /** What is covered lately, in order, none touching another. */
  #waits: Wait[] = [];
  #totalMs = 0;

  /** `end`: not before the ends that were told earlier. */
  add(start: number, end: number): void {
    let begin = start;
    let covered = 0;
    for (let last = this.#waits.at(-1); last !== undefined && last.end >= start; last = this.#waits.at(-1)) {
      covered += last.end - Math.max(last.start, start);
      begin = Math.min(begin, last.start);
      this.#waits.pop();
    }
    this.#totalMs += end - start - covered;
    this.#waits.push({ start: begin, end });
    if (this.#waits.length > MOST_WAITS) this.#waits = this.#waits.slice(-MOST_WAITS / 2);
  }

  /** Milliseconds. */
  get totalMs(): number {
    return this.#totalMs;
  }
}
