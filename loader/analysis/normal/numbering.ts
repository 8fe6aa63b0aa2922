import type { RefFacts } from "../facts.ts";
import type { Binding } from "../scopes/scopes.ts";

/** Numbers what a vertex refers to and its local variables by order of first appearance. */
export class Numbering {
  readonly refs: RefFacts[] = [];
  readonly #places = new Map<string, number>();
  readonly #locals = new Map<Binding, number>();

  /** How the text writes a reference. */
  ref(ref: RefFacts): string {
    const key = JSON.stringify(ref);
    let place = this.#places.get(key);
    if (place === undefined) {
      place = this.refs.push(ref) - 1;
      this.#places.set(key, place);
    }
    return `@${place}`;
  }

  local(binding: Binding): number {
    let place = this.#locals.get(binding);
    if (place === undefined) {
      place = this.#locals.size;
      this.#locals.set(binding, place);
    }
    return place;
  }

  locals(): Binding[] {
    return [...this.#locals.keys()];
  }
}
