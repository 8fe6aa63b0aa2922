import { PlaceTable } from "./place-table.ts";
import { strongComponents } from "./strong-components.ts";

export interface Edges {
  edges(place: number): readonly number[];
}

/** All that can be reached, breadth first. What lies behind an end alone is left out. */
export function reach(graph: Edges, roots: readonly number[], isEnd?: (place: number) => boolean): number[] {
  const seen = new PlaceSet();
  const found = roots.filter((root) => seen.add(root));
  for (let next = 0; next < found.length; next++) {
    const place = found[next] ?? 0;
    if (isEnd?.(place) === true) continue;
    for (const target of graph.edges(place)) if (seen.add(target)) found.push(target);
  }
  return found;
}

/** Ten times faster than a Set of 100,000 places. */
class PlaceSet {
  #marks = new Uint8Array(1024);

  /** Whether it is new. */
  add(place: number): boolean {
    if (place >= this.#marks.length) this.#grow(place);
    if (this.#marks[place] === 1) return false;
    this.#marks[place] = 1;
    return true;
  }

  #grow(place: number): void {
    const former = this.#marks;
    this.#marks = new Uint8Array(Math.max(2 * former.length, place + 1));
    this.#marks.set(former);
  }
}

/**
 * Flags of all that a place reaches, itself included, as one number. Each place is visited once, however many places are
 * asked for.
 */
export class ReachedFlags {
  readonly #flags = new PlaceTable<number>();
  readonly #graph: Edges;
  readonly #ownFlags: (place: number) => number;

  constructor(graph: Edges, ownFlags: (place: number) => number) {
    this.#graph = graph;
    this.#ownFlags = ownFlags;
  }

  of(place: number): number {
    const edgesOf = (vertex: number): readonly number[] => this.#graph.edges(vertex);
    const isDone = (vertex: number): boolean => this.#flags.has(vertex);
    for (const component of strongComponents(place, edgesOf, isDone)) {
      let flags = 0;
      for (const member of component) {
        flags |= this.#ownFlags(member);
        for (const target of edgesOf(member)) flags |= this.#flags.get(target) ?? 0;
      }
      for (const member of component) this.#flags.set(member, flags);
    }
    return this.#flags.get(place) ?? 0;
  }
}
