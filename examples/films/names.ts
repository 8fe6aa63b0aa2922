/** Maps each name to the most frequent spelling among those that differ from it by a letter or by punctuation. */
export function canonicalNames(names: readonly string[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const byCount = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
  const chosen: string[] = [];
  const result = new Map<string, string>();
  for (const name of byCount) {
    const known = chosen.find((other) => isSpellingOf(name, other));
    if (known === undefined) chosen.push(name);
    result.set(name, known ?? name);
  }
  return result;
}

function isSpellingOf(name: string, other: string): boolean {
  const [a, b] = [lettersOf(name), lettersOf(other)];
  if (a === b) return true;
  return Math.abs(a.length - b.length) <= 1 && a.length > 8 && editDistance(a, b) <= 1;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** Levenshtein's distance, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
