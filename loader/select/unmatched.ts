import { closest } from "../../runtime/config/suggest.ts";
import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
import type { Pattern } from "./patterns.ts";

export interface UnmatchedPattern {
  readonly pattern: string;
  /** The pattern that was likely meant. */
  readonly suggestion: string | undefined;
}

/** What was likely meant by a pattern that names a function which its file does not have. */
export function suggestPattern({ text, name }: Pattern, functions: readonly FunctionFacts[]): string | undefined {
  if (name === undefined) return undefined;
  const names = functions.flatMap((fn) => fn.name ?? []);
  const path = text.slice(0, text.indexOf("#"));
  const last = (full: string): string => full.slice(full.lastIndexOf(".") + 1);
  // The name of a class or of an object: its members are meant. Else a member named without its class.
  if (names.some((full) => full.startsWith(`${name}.`))) return `${path}#${name}.*`;
  const meant = names.find((full) => last(full) === name) ?? closest(name, names);
  return meant === undefined ? undefined : `${path}#${meant}`;
}

/** The line for stderr at the end of a run. */
export function unmatchedText({ pattern, suggestion }: UnmatchedPattern): string {
  const remedy = suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
  return `astrocache: the pattern ${pattern} matched no function.${remedy}`;
}
