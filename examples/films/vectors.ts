import { normalizeTitle, trigrams } from "./text.ts";

/** Weights of terms, of length one. */
export type Vector = ReadonlyMap<string, number>;

/** A vector of trigrams for each title, each trigram weighted by how rare it is (tf-idf). */
export function titleVectors(titles: readonly string[]): Vector[] {
  const terms = titles.map((title) => trigrams(normalizeTitle(title)));
  const documents = new Map<string, number>();
  for (const list of terms) for (const term of new Set(list)) documents.set(term, (documents.get(term) ?? 0) + 1);
  return terms.map((list) => unitVector(list, (term) => Math.log(titles.length / (documents.get(term) ?? 1))));
}

export function cosine(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

function unitVector(terms: readonly string[], weightOf: (term: string) => number): Vector {
  const weights = new Map<string, number>();
  for (const term of terms) weights.set(term, (weights.get(term) ?? 0) + weightOf(term));
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return new Map([...weights].map(([term, weight]) => [term, length === 0 ? 0 : weight / length]));
}
