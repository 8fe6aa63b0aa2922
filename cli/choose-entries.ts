import { parsePatterns, type Pattern } from "../loader/select/patterns.ts";
import type { StoredEntry } from "./stored-entries.ts";

/** A target's id, taken apart: `my-app:src/a.ts#price`. */
export interface TargetId {
  readonly project: string;
  readonly file: string;
  readonly name: string;
}

export function parseTargetId(id: string): TargetId {
  const colon = id.indexOf(":");
  const hash = id.indexOf("#", colon);
  const end = hash < 0 ? id.length : hash;
  return { project: id.slice(0, Math.max(0, colon)), file: id.slice(colon + 1, end), name: id.slice(end + 1) };
}

export interface Choice {
  /** Undefined: those of every project. */
  readonly project: string | undefined;
  /** As in `ASTROCACHE`. None: all functions. */
  readonly patterns: readonly string[];
}

/** @throws AstrocacheError `INVALID_PATTERN` */
export function chooseEntries(entries: readonly StoredEntry[], { project, patterns }: Choice): StoredEntry[] {
  const chosen = chooser(patterns);
  return entries.filter(({ target }) => {
    const id = parseTargetId(target);
    return (project === undefined || id.project === project) && chosen(id);
  });
}

/** Whether patterns pick a function that is known by its id. Without a pattern, all are picked. */
export function chooser(texts: readonly string[]): (id: TargetId) => boolean {
  const patterns = parsePatterns(texts);
  const positive = patterns.filter(({ negated }) => !negated);
  const negative = patterns.filter(({ negated }) => negated);
  return (id) =>
    (positive.length === 0 || positive.some((one) => picks(one, id))) && !negative.some((one) => picks(one, id));
}

function picks(pattern: Pattern, { file, name }: TargetId): boolean {
  // A pattern for whole files means everything that is stored of the file.
  return (
    pattern.matchesFile(file) && (pattern.name === undefined || pattern.matchesFunction({ name, isTopLevel: true }))
  );
}
