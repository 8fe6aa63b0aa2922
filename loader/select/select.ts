import type { Mode } from "../../runtime/config/setting-table.ts";
import { mergeOptions, type PartialOptions, type TargetOptions } from "../../runtime/config/target-options.ts";
import type { ReasonCode, ReasonNote } from "../../runtime/reasons.ts";
import type { ModuleFacts } from "../analysis/facts.ts";
import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
import { excludesFile, type Pattern } from "./patterns.ts";
import { readTags } from "./tags.ts";
import { suggestPattern, type UnmatchedPattern } from "./unmatched.ts";

export interface SelectContext {
  readonly mode: Mode;
  /** Options for targets that have none of their own, such as `ASTROCACHE_TTL`. */
  readonly defaults?: PartialOptions;
  /** A line of the source, from 1, without its end. Asked for only to place an error exactly. */
  readonly sourceLine?: (line: number) => string | undefined;
}

export interface Selection {
  /** In source order. */
  readonly targets: readonly Selected[];
  /** Picked, and left as they are. In source order. */
  readonly declined: readonly Declined[];
  /** Patterns that mean one function of this file, which it does not have. */
  readonly unmatched: readonly UnmatchedPattern[];
}

export interface Selected {
  /** Of `FunctionFacts`. */
  readonly index: number;
  readonly options: TargetOptions;
  /** A tag or a `#name` names it: what looks impure in it is shown, not refused. */
  readonly named: boolean;
}

export interface Declined {
  readonly index: number;
  readonly named: boolean;
  readonly note: ReasonNote;
}

/**
 * Which functions of a module are targets. Tags and patterns add up; a pattern behind `!` takes away from both.
 *
 * @param file relative to the root, with `/` between folders.
 * @throws AstrocacheError `INVALID_TAG` or `MISPLACED_TAG`, at the place in the source.
 */
export function select(
  facts: Pick<ModuleFacts, "functions" | "tags">,
  file: string,
  patterns: readonly Pattern[],
  context: SelectContext,
): Selection {
  const tags = readTags(facts, file, context.sourceLine);
  const here = patterns.filter((pattern) => pattern.matchesFile(file));
  const gone = excludesFile(here, file);
  const targets: Selected[] = [];
  const declined: Declined[] = [];
  for (const fn of gone ? [] : facts.functions) {
    const pick = pickFunction(fn, tags.get(fn.index), here, context);
    if (pick === undefined) continue;
    const code = refusal(fn, pick, context.mode);
    const { index } = fn;
    if (code === undefined) targets.push({ index, options: pick.options, named: pick.named });
    else declined.push({ index, named: pick.named, note: { code, file, line: fn.line } });
  }
  return { targets, declined, unmatched: findUnmatched(facts.functions, here) };
}

interface Picked {
  readonly options: TargetOptions;
  readonly tagged: boolean;
  readonly named: boolean;
}

function pickFunction(
  fn: FunctionFacts,
  tag: PartialOptions | undefined,
  patterns: readonly Pattern[],
  { defaults }: SelectContext,
): Picked | undefined {
  const matching = patterns.filter((pattern) => pattern.matchesFunction(fn));
  if (matching.some(({ negated }) => negated)) return undefined;
  if (tag === undefined && matching.length === 0) return undefined;
  const options = mergeOptions(defaults, ...matching.map((pattern) => pattern.options), tag);
  const tagged = tag !== undefined;
  return { options, tagged, named: tagged || matching.some(({ named }) => named) };
}

function refusal(fn: FunctionFacts, { tagged, named }: Picked, mode: Mode): ReasonCode | undefined {
  if (fn.impossible !== undefined) return fn.impossible;
  if (mode === "bypass") return undefined;
  if ((fn.form === "getter" || fn.form === "setter") && !tagged) return "accessor";
  return named ? undefined : fn.doubtful;
}

function findUnmatched(functions: readonly FunctionFacts[], patterns: readonly Pattern[]): UnmatchedPattern[] {
  return patterns
    .filter((pattern) => pattern.literal && !functions.some((fn) => pattern.matchesFunction(fn)))
    .map((pattern) => ({ pattern: pattern.text, suggestion: suggestPattern(pattern, functions) }));
}
