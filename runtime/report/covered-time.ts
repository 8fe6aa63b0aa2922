/** A run that was answered so many times. Times in milliseconds. */
export interface CountedRun {
  readonly start: number;
  readonly end: number;
  readonly answers: number;
}

/**
 * The first answers of all runs cover some time, the second ones less, and so on: the sum of that. It is the integral over time of
 * the largest number of answers among the runs at that time.
 */
export function coveredTime(runs: readonly CountedRun[]): number {
  let total = 0;
  let group: CountedRun[] = [];
  let end = -Infinity;
  for (const run of runs.toSorted((a, b) => a.start - b.start)) {
    if (run.start >= end) {
      total += coveredTogether(group);
      group = [];
    }
    group.push(run);
    end = Math.max(end, run.end);
  }
  return total + coveredTogether(group);
}

/** Of runs that hang together. Those with the most answers take their time first. */
function coveredTogether(runs: readonly CountedRun[]): number {
  const [only] = runs;
  if (only === undefined) return 0;
  if (runs.length === 1) return (only.end - only.start) * only.answers;
  const edges = Float64Array.from(runs.flatMap(({ start, end }) => [start, end])).sort();
  const pieces = new Pieces(edges.length);
  let total = 0;
  for (const { start, end, answers } of runs.toSorted((a, b) => b.answers - a.answers)) {
    const last = placeOf(edges, end);
    for (let piece = pieces.free(placeOf(edges, start)); piece < last; piece = pieces.free(piece)) {
      total += ((edges[piece + 1] ?? 0) - (edges[piece] ?? 0)) * answers;
      pieces.take(piece);
    }
  }
  return total;
}

/** The first of the sorted numbers that is not below `value`. */
function placeOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Which pieces of time are free, as sets that are joined to the right. */
class Pieces {
  readonly #next: Int32Array;

  constructor(count: number) {
    this.#next = Int32Array.from({ length: count + 1 }, (_, piece) => piece);
  }

  /** The first one that is free, from `piece` on. */
  free(piece: number): number {
    let found = piece;
    while (this.#next[found] !== found) found = this.#next[found] ?? found;
    for (let at = piece; at !== found;) {
      const next = this.#next[at] ?? found;
      this.#next[at] = found;
      at = next;
    }
    return found;
  }

  take(piece: number): void {
    this.#next[piece] = piece + 1;
  }
}
