import type { TargetEntry } from "../../runtime/config/config.ts";
import type { PartialOptions } from "../../runtime/config/target-options.ts";
import { AstrocacheError } from "../../runtime/errors.ts";
import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
import { isLiteralName, isSweeping, nameMatcher } from "./name-glob.ts";
import { isLiteral, pathMatcher } from "../../runtime/inputs/path-glob.ts";

/** One of the patterns that pick functions: `src/api/**#fetch*`, `src/llm.ts`, `!**` + `/*.test.ts`. */
export interface Pattern {
  /** As written, with its `!`. */
  readonly text: string;
  /** Behind `!`: it takes functions away, tagged ones too, wherever it stands among the others. */
  readonly negated: boolean;
  /** The glob behind `#`. Undefined: every named top-level function. */
  readonly name: string | undefined;
  /** Its author named the function and has decided; false for whole files. */
  readonly named: boolean;
  /** It can mean one function only, so that it is a mistake where the file has no such function. */
  readonly literal: boolean;
  readonly options: PartialOptions;
  readonly matchesFile: (file: string) => boolean;
  readonly matchesFunction: (fn: Pick<FunctionFacts, "name" | "isTopLevel">) => boolean;
}

/**
 * Patterns from their text (commas between them), or from the settings.
 *
 * @throws AstrocacheError `INVALID_PATTERN`.
 */
export function parsePatterns(entries: string | readonly (string | TargetEntry)[]): Pattern[] {
  const list = typeof entries === "string" ? [entries] : entries;
  return list.flatMap((entry) => {
    const { pattern, from, options } =
      typeof entry === "string" ? { pattern: entry, from: "ASTROCACHE", options: {} } : entry;
    return splitAtCommas(pattern).map((text) => parsePattern(text.trim(), from, options));
  });
}

/** Whether any function of the file can be picked by a pattern. Tags are another matter; see `excludesFile`. */
export function mayMatchFile(patterns: readonly Pattern[], file: string): boolean {
  return patterns.some((pattern) => !pattern.negated && pattern.matchesFile(file)) && !excludesFile(patterns, file);
}

/** Whether a pattern takes the whole file away, with what is tagged in it. */
export function excludesFile(patterns: readonly Pattern[], file: string): boolean {
  return patterns.some(({ negated, name, matchesFile }) => negated && name === undefined && matchesFile(file));
}

function parsePattern(text: string, from: string, options: PartialOptions): Pattern {
  const fail = (what: string, remedy: string): AstrocacheError =>
    new AstrocacheError("INVALID_PATTERN", `${from}: ${what}`, { remedy });
  if (text === "") throw fail("a pattern is empty", "Remove the comma that nothing follows or precedes.");
  const negated = text.startsWith("!") && !text.startsWith("!(");
  const body = negated ? text.slice(1).trim() : text;
  const hash = body.indexOf("#");
  const path = (hash < 0 ? body : body.slice(0, hash)).replace(/^(?:\.\/)+/, "");
  const name = hash < 0 ? undefined : body.slice(hash + 1);
  refuseBadPath(path, text, fail);
  refuseBadName(name, text, fail);
  const compiled = <T>(make: () => T): T => {
    try {
      return make();
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw fail(
        `the pattern ${show(text)} is not valid: ${why}`,
        "Balance its brackets, or put \\ before those that belong to a file's name.",
      );
    }
  };
  return {
    text,
    negated,
    name,
    named: name !== undefined && !isSweeping(name),
    literal: !negated && name !== undefined && isLiteral(path) && isLiteralName(name),
    options,
    matchesFile: compiled(() => pathMatcher(path)),
    matchesFunction:
      name === undefined
        ? (fn) => negated || (fn.isTopLevel && fn.name !== undefined)
        : compiled(() => nameMatcher(name)),
  };
}

type Fail = (what: string, remedy: string) => AstrocacheError;

function refuseBadPath(path: string, text: string, fail: Fail): void {
  if (path === "")
    throw fail(`the pattern ${show(text)} names no file`, "Write a path before the #, such as src/**#fetch*.");
  if (path.startsWith("/") || /^[A-Za-z]:[/\\]/.test(path)) {
    throw fail(
      `the pattern ${show(text)} is an absolute path`,
      "Write the path relative to the root (ASTROCACHE_ROOT, else the folder of package.json).",
    );
  }
  if (path.startsWith("!") && !path.startsWith("!("))
    throw fail(`the pattern ${show(text)} has more than one !`, "Write one.");
  if (/\\[\w]/.test(path)) throw fail(`the pattern ${show(text)} has a \\ in its path`, "Write / between folders.");
  if (path.endsWith("/"))
    throw fail(`the pattern ${show(text)} names a folder`, `Write ${path}** for the files below it.`);
}

function refuseBadName(name: string | undefined, text: string, fail: Fail): void {
  if (name === undefined) return;
  if (name === "")
    throw fail(
      `the pattern ${show(text)} has no name behind #`,
      "Write a name such as #load, or leave the # out for every named top-level function.",
    );
  // A private method is written with the # of its own: `src/cart.ts#Cart.#sum`.
  if (/(?<!\.)#/.test(name))
    throw fail(`the pattern ${show(text)} has more than one #`, "Put a comma between two patterns.");
  if (/\s/.test(name))
    throw fail(`the pattern ${show(text)} has a space behind #`, "Put a comma between two patterns.");
  if (/[/\\]/.test(name))
    throw fail(`the pattern ${show(text)} has a path behind #`, "Write the path first, then # and the name.");
}

/** Commas within brackets belong to a glob: `src/{a,b}.ts`. */
function splitAtCommas(text: string): string[] {
  const pieces = [""];
  let depth = 0;
  for (const character of text) {
    if ("{([".includes(character)) depth += 1;
    if ("})]".includes(character)) depth = Math.max(0, depth - 1);
    if (character === "," && depth === 0) pieces.push("");
    else pieces[pieces.length - 1] += character;
  }
  return pieces;
}

function show(text: string): string {
  return `"${text}"`;
}
