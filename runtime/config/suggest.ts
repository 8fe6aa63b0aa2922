import { createRequire } from "node:module";
import type Leven from "leven";

const require = createRequire(import.meta.url);

/**
 * The candidate that a mistyped word most likely stands for, by edits or as a piece of it (`TIMEOUT` for `STORE_TIMEOUT`);
 * undefined where none is close. Upper and lower case do not count as a difference.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  // Only a mistake costs the loading of the library.
  const { default: leven } = require("leven") as { readonly default: typeof Leven };
  // Two letters that changed places are two edits.
  const limit = word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3));
  const names = [...candidates];
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of names) {
    const distance = leven(word.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && (best === undefined || distance < best.distance)) best = { candidate, distance };
  }
  return (
    best?.candidate ??
    (word.length < 4 ? undefined : names.find((name) => name.toLowerCase().includes(word.toLowerCase())))
  );
}

/** A remedy for a name that does not exist: the closest one, else all of them. */
export function rename(word: string, candidates: readonly string[]): string {
  const match = closest(word, candidates);
  return match === undefined ? `Known are ${list(candidates)}.` : `Did you mean ${match}?`;
}

/** `a, b and c` */
export function list(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1)}`;
}
