import { promisify } from "node:util";
import { deflate } from "node:zlib";
import { normalizeTitle } from "./text.ts";

const compress = promisify(deflate);

/**
 * How much two lists of titles have in common, as a compressor sees it: 0 for the same words, about 1 for nothing in common
 * (normalized compression distance).
 * @astrocache
 */
export async function vocabularyDistance(some: readonly string[], others: readonly string[]): Promise<number> {
  const [a, b] = [wordsOf(some), wordsOf(others)];
  const [together, first, second] = await Promise.all([sizeOf([...a, ...b]), sizeOf(a), sizeOf(b)]);
  return (together - Math.min(first, second)) / Math.max(first, second);
}

function wordsOf(titles: readonly string[]): string[] {
  return [...new Set(titles.flatMap((title) => normalizeTitle(title).split(" ")))].sort();
}

async function sizeOf(words: readonly string[]): Promise<number> {
  return (await compress(words.join("\n"), { level: 9, memLevel: 9 })).length;
}
