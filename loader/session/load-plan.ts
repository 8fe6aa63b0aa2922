import type { TargetOptions } from "../../runtime/config/target-options.ts";
import type { ReasonNote } from "../../runtime/reasons.ts";
import type { ModuleFacts } from "../analysis/facts.ts";
import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
import type { Syntax } from "../analysis/syntax/syntax.ts";
import { type ModuleOutline, outlineOf } from "../digest/values/module-outline.ts";
import { reachesOut } from "../digest/world/reaches-out.ts";
import type { Selection } from "../select/select.ts";
import type { UnmatchedPattern } from "../select/unmatched.ts";

/**
 * What becomes of a text as it is loaded. It follows from the text, from its place below the root and from the settings, and is kept
 * on disk under these, so that of a text that was loaded before nothing but this is read. JSON.
 */
export interface LoadPlan {
  readonly found: Found;
  /** Undefined: it runs as it is. */
  readonly rewriting?: RewritePlan;
}

/** What the program's thread has to know. */
export interface Found {
  /** Whether its facts hold changes to what other modules declare. */
  readonly reachesOut: boolean;
  readonly outline: ModuleOutline;
  readonly targets: readonly PlannedTarget[];
  readonly declined: readonly { readonly name: string; readonly note: ReasonNote }[];
  readonly unmatched: readonly UnmatchedPattern[];
}

export interface PlannedTarget {
  readonly fn: FunctionFacts;
  readonly options: TargetOptions;
  readonly named: boolean;
}

export interface RewritePlan {
  /** Of the functions whose bodies are moved, their indexes. */
  readonly targets: readonly number[];
  /** Functions are marked, names kept or made readable early: what the facts say, and the same for all runs. */
  readonly isMarked: boolean;
  /** Undefined: nothing is put into the text, which only gets a tail. Else what the rewritten text depends on besides the text. */
  readonly variant?: string;
  /** Undefined: nobody is told when the module has run. */
  readonly accessors?: readonly string[];
  /** Names that are given as they are at its end, since they stand for the same from then on. */
  readonly values?: readonly string[];
}

export interface LoadInput {
  readonly facts: ModuleFacts;
  readonly selection: Selection;
  readonly syntax: Syntax | undefined;
  /** Calls are to run as if nothing were cached. */
  readonly isBypass: boolean;
}

/** Pure. */
export function planLoad({ facts, selection, syntax, isBypass }: LoadInput): LoadPlan {
  const outline = outlineOf(facts);
  const indexes = selection.targets.map(({ index }) => index);
  const rewriting = isBypass ? bypassing(indexes) : observing(facts, indexes, outline.readable, syntax);
  const found: Found = {
    reachesOut: reachesOut(facts),
    outline: isBypass ? { names: [], readable: [] } : outline,
    targets: selection.targets.flatMap(({ index, options, named }) => {
      const fn = facts.functions[index];
      return fn === undefined ? [] : [{ fn, options, named }];
    }),
    declined: selection.declined.map(({ index, note }) => ({
      name: facts.functions[index]?.name ?? "<anonymous>",
      note,
    })),
    unmatched: selection.unmatched,
  };
  return { found, ...(rewriting === undefined ? {} : { rewriting }) };
}

function bypassing(targets: readonly number[]): RewritePlan | undefined {
  return targets.length === 0 ? undefined : { targets, isMarked: false, variant: `${targets.join()}:::` };
}

function observing(
  facts: ModuleFacts,
  targets: readonly number[],
  readable: readonly string[],
  syntax: Syntax | undefined,
): RewritePlan {
  const { passed, returned, defaultValue, begin } = facts;
  const isTouched = targets.length + passed.length + returned.length > 0 || defaultValue !== null || begin !== null;
  const kept = defaultValue === null ? "" : "default";
  const variant = `${targets.join()}:marks:${kept}:${begin ?? ""}`;
  if (isTouched) return { targets, isMarked: true, accessors: readable, variant };
  // V8 takes 15 µs for a module with a function that reads one. Types leave names behind that stand for nothing.
  const values = syntax === "js" ? readable.filter((name) => isFixedCode(facts.bindings[name], name)) : [];
  const accessors = readable.filter((name) => !values.includes(name));
  return { targets, isMarked: true, accessors, ...(values.length === 0 ? {} : { values }) };
}

function isFixedCode(binding: ModuleFacts["bindings"][string] | undefined, name: string): boolean {
  if (binding?.kind !== "code" || binding.reassigned) return false;
  return !/^\*|^exports\.|^__proto__$/.test(name);
}
