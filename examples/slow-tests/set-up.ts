export interface Index {
  /** For each word, the lines that it stands in. */
  readonly lines: Map<string, Set<number>>;
  readonly built: Date;
}

/**
 * What every test file of this suite needs and nobody wants to wait for.
 * @astrocache
 */
export function buildIndex(size: number): Index {
  console.error("ran buildIndex");
  const lines = new Map<string, Set<number>>();
  for (let line = 0; line < size; line++) {
    for (const word of wordsOf(line)) {
      const places = lines.get(word) ?? new Set();
      lines.set(word, places.add(line));
    }
  }
  return { lines, built: new Date(0) };
}

function wordsOf(line: number): string[] {
  return [2, 3, 5, 7].filter((prime) => line % prime === 0).map((prime) => `divisible by ${prime}`);
}
