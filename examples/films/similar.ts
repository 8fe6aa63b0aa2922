import { cosine, titleVectors } from "./vectors.ts";

export interface Pair {
  readonly first: string;
  readonly second: string;
  readonly similarity: number;
}

/**
 * Compares each title with each other one, and gives the pairs that are the most alike without being the same.
 * @astrocache
 */
export function similarTitles(titles: readonly string[], count: number): Pair[] {
  const distinct = [...new Set(titles)];
  const vectors = titleVectors(distinct);
  const pairs: Pair[] = [];
  vectors.forEach((vector, i) => {
    for (let j = 0; j < i; j++) {
      const similarity = cosine(vector, vectors[j] ?? new Map());
      if (similarity > 0.6) pairs.push({ first: distinct[j] ?? "", second: distinct[i] ?? "", similarity });
    }
  });
  return pairs.toSorted((a, b) => b.similarity - a.similarity).slice(0, count);
}
