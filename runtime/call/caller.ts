import { types } from "node:util";
import { AstrocacheError } from "../errors.ts";
import type { DeclaredFiles } from "../inputs/declared-files.ts";
import type { FormerDigests } from "./accepted.ts";
import { reasons, type ReasonNote } from "../reasons.ts";
import type { KeyedCall } from "./keeper.ts";
import type { Link, Linker, TargetFacts } from "./link.ts";
import type { CallOutcome } from "./outcome.ts";
import type { Pipeline } from "./pipeline.ts";
import type { Scopes } from "./scopes.ts";
import { LinkedTarget } from "./target.ts";
import type { Worth } from "./worth.ts";

export interface CallerContext {
  readonly linker: Linker;
  readonly pipeline: Pipeline;
  emit(outcome: CallOutcome): void;
  /** Milliseconds, monotonic. */
  clock(): number;
  /** Which functions cost more to cache than to run. */
  readonly worth: Worth;
  readonly strict: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly files: DeclaredFiles;
  readonly former?: FormerDigests;
  readonly scopes: Scopes;
}

/** What the call of a target can be: answered through a key, or run as it is with the reason. */
type Prepared =
  | { readonly ok: true; readonly target: LinkedTarget }
  | { readonly ok: false; readonly note: ReasonNote };

/** A target as it was linked under one generation of the linker. */
export interface Slot {
  readonly facts: TargetFacts;
  readonly generation: number;
  readonly prepared: Prepared;
}

/**
 * Targets that call targets, synchronously. Each level takes some ten frames of the stack, of which a recursive function
 * by itself takes one: past this depth bodies just run, so that recursion reaches nearly as deep as without us.
 */
const MAX_DEPTH = 100;

export interface RawCall {
  readonly parameters: readonly unknown[];
  readonly body: () => unknown;
  readonly receiver: unknown;
  readonly captures: (() => readonly unknown[]) | undefined;
}

/** Answers the calls of targets, or runs them and says why. */
export class Caller {
  readonly #context: CallerContext;
  #depth = 0;

  constructor(context: CallerContext) {
    this.#context = context;
  }

  get generation(): number {
    return this.#context.linker.generation;
  }

  prepare(facts: TargetFacts, link: Link): Slot {
    const { generation } = this;
    const { strict } = this.#context;
    if (!link.ok) return { facts, generation, prepared: link };
    const [refused] = strict ? link.notes.filter(({ code }) => reasons[code].effect === "shown") : [];
    if (refused !== undefined) return { facts, generation, prepared: { ok: false, note: refused } };
    return { facts, generation, prepared: { ok: true, target: new LinkedTarget(facts, link, this.#context) } };
  }

  /** Otherwise the body just runs, from the caller's own frame: where calls are nested deep, each frame counts. */
  mayAnswer({ facts }: Slot): boolean {
    const asked = this.#context.scopes.current === "bypass";
    const isCheap = this.#context.worth.isCheap(facts);
    if (!asked && !isCheap && this.#depth < MAX_DEPTH) return true;
    const code = asked ? "asked" : isCheap ? "cheaper-to-run" : "deep-recursion";
    this.#context.emit({ kind: "bypass", target: facts, note: { code } });
    return false;
  }

  call(slot: Slot, raw: RawCall): unknown {
    this.#depth++;
    try {
      const keyed = this.key(slot, raw);
      return keyed.ok ? this.#answer(keyed.call) : this.#bypass(slot.facts, keyed.note, raw);
    } finally {
      this.#depth--;
    }
  }

  key({ facts, prepared }: Slot, { receiver, parameters, body, captures }: RawCall): Keyed {
    if (!prepared.ok) return prepared;
    const { target } = prepared;
    const start = this.#context.clock();
    const unready = target.readiness.check() ?? target.alteration();
    if (unready !== undefined) return { ok: false, note: unready };
    const captured = readCaptures(captures);
    if (!captured.ok) return captured;
    const inputs = { receiver: facts.usesThis ? receiver : undefined, parameters, captures: captured.values };
    const key = target.key(inputs);
    if (!key.ok) return key;
    const isFresh = this.#context.scopes.current === "refresh";
    const { key: text, hasObjects, signals } = key;
    return { ok: true, call: { target, key: text, start, hasObjects, signals, inputs, body, captures, isFresh } };
  }

  #answer(call: KeyedCall): unknown {
    const { pipeline } = this.#context;
    const { generator, isAsync } = call.target.facts;
    if (generator !== undefined) return pipeline.callGenerator(call, generator);
    return isAsync ? pipeline.callAsync(call) : pipeline.callSync(call);
  }

  /** `strict`: what would be run without being cached is refused. */
  #bypass(target: TargetFacts, note: ReasonNote, { body }: RawCall): unknown {
    if (this.#context.strict) throw refusal(target, note);
    this.#context.emit({ kind: "bypass", target, note });
    return body();
  }
}

export type Keyed = { readonly ok: true; readonly call: KeyedCall } | { readonly ok: false; readonly note: ReasonNote };

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
