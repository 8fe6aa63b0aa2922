/** A run that was answered so many times. Times in milliseconds. */
export interface CountedRun {
  readonly start: number;
  readonly end: number;
  readonly answers: number;
}

/**
 * The first answers of all runs cover some time, the second ones less, and so on: the sum of that. It is the integral over time of
 * the largest number of answers among the runs at that time: those with the most answers take their time first.
 */
export function coveredTime(runs: readonly CountedRun[]): number {
  const edges = [...new Set(runs.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const placeOf = new Map(edges.map((edge, place) => [edge, place]));
  const pieces = new Pieces(edges.length);
  let total = 0;
  for (const { start, end, answers } of runs.toSorted((a, b) => b.answers - a.answers)) {
    const last = placeOf.get(end) ?? 0;
    for (let piece = pieces.free(placeOf.get(start) ?? 0); piece < last; piece = pieces.free(piece)) {
      total += ((edges[piece + 1] ?? 0) - (edges[piece] ?? 0)) * answers;
      pieces.take(piece);
    }
  }
  return total;
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
