import { types } from "node:util";
import { AstrocacheError } from "../errors.ts";
import type { DeclaredFiles } from "../inputs/declared-files.ts";
import { reasons, type ReasonNote } from "../reasons.ts";
import type { Linker, TargetFacts } from "./link.ts";
import type { CallOutcome } from "./outcome.ts";
import type { Pipeline } from "./pipeline.ts";
import type { CallSite } from "./site.ts";
import { LinkedTarget } from "./target.ts";

export interface CallSites {
  /** The call site of one rewritten module. */
  attach(url: string): CallSite;
}

export interface CallSitesContext {
  readonly linker: Linker;
  readonly pipeline: Pipeline;
  emit(outcome: CallOutcome): void;
  readonly strict: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: DeclaredFiles;
}

/** What the call of a target can be: answered through a key, or run as it is with the reason. */
type Prepared =
  | { readonly ok: true; readonly target: LinkedTarget }
  | { readonly ok: false; readonly note: ReasonNote };

interface Slot {
  readonly facts: TargetFacts;
  generation: number;
  prepared: Prepared;
}

/** Makes the functions that rewritten modules call. */
export function createCallSites(context: CallSitesContext): CallSites {
  let depth = 0;
  return {
    attach(url) {
      const slots = new Map<number, Slot | undefined>();
      const slotOf = (index: number): Slot | undefined => {
        const known = slots.get(index);
        if (known?.generation === context.linker.generation) return known;
        const slot = prepare(url, index, context);
        slots.set(index, slot);
        return slot;
      };
      return (index, parameters, body, receiver, captures, newTarget) => {
        if (newTarget !== undefined) return body();
        const slot = slotOf(index);
        if (slot === undefined) return body();
        if (depth >= MAX_DEPTH) {
          context.emit({ kind: "bypass", target: slot.facts, note: { code: "deep-recursion" } });
          return body();
        }
        depth++;
        try {
          return call(slot, { parameters, body, receiver, captures }, context);
        } finally {
          depth--;
        }
      };
    },
  };
}

/**
 * Targets that call targets, synchronously. Each level takes some ten frames of the stack, of which a recursive function
 * by itself takes one: past this depth bodies just run, so that recursion reaches nearly as deep as without us.
 */
const MAX_DEPTH = 100;

interface RawCall {
  readonly parameters: readonly unknown[];
  readonly body: () => unknown;
  readonly receiver: unknown;
  readonly captures: (() => readonly unknown[]) | undefined;
}

function call({ facts, prepared }: Slot, raw: RawCall, context: CallSitesContext): unknown {
  if (!prepared.ok) return bypass(facts, prepared.note, raw, context);
  const { target } = prepared;
  const unready = target.readiness.check() ?? target.alteration();
  if (unready !== undefined) return bypass(facts, unready, raw, context);
  const captured = readCaptures(raw.captures);
  if (!captured.ok) return bypass(facts, captured.note, raw, context);
  const inputs = {
    receiver: facts.usesThis ? raw.receiver : undefined,
    parameters: raw.parameters,
    captures: captured.values,
  };
  const key = target.key(inputs);
  if (!key.ok) return bypass(facts, key.note, raw, context);
  const { body, captures } = raw;
  const keyed = { target, key: key.key, hasObjects: key.hasObjects, inputs, body, captures };
  const { pipeline } = context;
  if (facts.generator !== undefined) return pipeline.callGenerator(keyed, facts.generator);
  return facts.isAsync ? pipeline.callAsync(keyed) : pipeline.callSync(keyed);
}

/** `strict`: what would be run without being cached is refused. */
function bypass(target: TargetFacts, note: ReasonNote, { body }: RawCall, context: CallSitesContext): unknown {
  if (context.strict) throw refusal(target, note);
  context.emit({ kind: "bypass", target, note });
  return body();
}

function refusal({ file, line, name }: TargetFacts, { code, detail }: ReasonNote): AstrocacheError {
  const { sentence, remedy } = reasons[code];
  const which = detail === undefined ? code : `${code}, ${detail}`;
  const what = `${name} cannot be cached (${which}): ${sentence.replace(/\.$/, "")}`;
  return new AstrocacheError("STRICT_REFUSAL", what, { remedy, location: { file, line, column: 1 } });
}

type Captured =
  | { readonly ok: true; readonly values: readonly unknown[] }
  | { readonly ok: false; readonly note: ReasonNote };

const NOTHING: readonly unknown[] = [];

/** A captured variable that is not initialized yet cannot be in a key, nor a private field where `this` is no object. */
function readCaptures(captures: RawCall["captures"]): Captured {
  if (captures === undefined) return { ok: true, values: NOTHING };
  try {
    return { ok: true, values: captures() };
  } catch (error) {
    if (!types.isNativeError(error)) throw error;
    if (error instanceof ReferenceError)
      return { ok: false, note: { code: "module-not-ready", detail: error.message } };
    if (error instanceof TypeError) return { ok: false, note: { code: "receiver-opaque", detail: error.message } };
    throw error;
  }
}

function prepare(url: string, index: number, context: CallSitesContext): Slot | undefined {
  const { linker, strict } = context;
  const facts = linker.describe(url, index);
  if (facts === undefined) return undefined;
  const link = linker.link(url, index);
  const { generation } = linker;
  if (!link.ok) return { facts, generation, prepared: link };
  const [refused] = strict ? link.notes.filter(({ code }) => reasons[code].effect === "shown") : [];
  if (refused !== undefined) return { facts, generation, prepared: { ok: false, note: refused } };
  return { facts, generation, prepared: { ok: true, target: new LinkedTarget(facts, link, context) } };
}
