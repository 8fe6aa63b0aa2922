/** What is known of places, which are numbers from 0 on. */
export interface PlaceValues<T> {
  get(place: number): T | undefined;
  has(place: number): boolean;
  set(place: number, value: T): unknown;
}

/**
 * Values side by side, for tables that nearly all places get into: a hash table of 100,000 entries costs a miss of the
 * processor's cache for each look. Without gaps, since V8 makes a hash table of an array that is written far behind its end.
 */
export class PlaceTable<T> implements PlaceValues<T> {
  readonly #values: (T | undefined)[] = [];

  get(place: number): T | undefined {
    return place < this.#values.length ? this.#values[place] : undefined;
  }

  has(place: number): boolean {
    return this.get(place) !== undefined;
  }

  set(place: number, value: T): void {
    while (this.#values.length <= place) this.#values.push(undefined);
    this.#values[place] = value;
  }
}
