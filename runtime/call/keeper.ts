import { encodeValue, encodeValueAsync, type EncodeOutcome } from "../codec/codec.ts";
import type { ClassResolver } from "../codec/writer.ts";
import { MOST_OBJECTS } from "../key/reach.ts";
import type { History } from "../report/history.ts";
import type { PartChange } from "../report/part-changes.ts";
import type { Sketch } from "../report/sketch.ts";
import type { ReasonNote } from "../reasons.ts";
import type { Entry } from "../stores/entry.ts";
import type { Fences, Found, Tiers } from "../stores/tiers/tiers.ts";
import type { Landed } from "./flights.ts";
import type { GeneratorResolver } from "./link.ts";
import type { CallOutcome, MissCause } from "./outcome.ts";
import type { CallInputs, Likeness, LinkedTarget } from "./target.ts";

export interface PipelineContext {
  readonly mode: "on" | "refresh" | "readonly";
  readonly tiers: Tiers;
  readonly history: History;
  readonly classes: ClassResolver;
  readonly generators: GeneratorResolver;
  /** In the mode `verify`: the part of the hits that run as well, above 0 and up to 1. */
  readonly verifyRate?: number | undefined;
  emit(outcome: CallOutcome): void;
  /** Milliseconds, monotonic. */
  clock(): number;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** A call that has its key. */
export interface KeyedCall {
  readonly target: LinkedTarget;
  readonly key: string;
  /** When it came, by the context's clock. */
  readonly start: number;
  readonly inputs: CallInputs;
  readonly hasObjects: boolean;
  /** Those among its inputs, whether they count or not. */
  readonly signals: readonly AbortSignal[];
  /** The program asked for a run that replaces what is stored. */
  readonly isFresh: boolean;
  readonly body: () => unknown;
  /** Reads the captured variables anew. */
  readonly captures: (() => readonly unknown[]) | undefined;
}

/**
 * Nothing that the call reads can change between the call and a later start of its body. An async function runs up to its
 * first await before its caller goes on; where an answer has to be awaited first, its body begins after what the caller does next.
 */
export function isSteady({ target, hasObjects, signals, captures }: KeyedCall): boolean {
  const { state, environment, hasFiles } = target;
  if (hasObjects || signals.length > 0 || captures !== undefined || hasFiles) return false;
  return state.names.length === 0 && environment.length === 0;
}

/** There is nothing that the call itself could change. */
function isUntouchable({ target, hasObjects, signals, captures }: KeyedCall): boolean {
  return !hasObjects && signals.length === 0 && target.state.isEmpty && captures === undefined && !target.hasFiles;
}

/** What has to be known before a run to judge it afterwards. */
export interface Before {
  readonly cause: MissCause;
  readonly changes: readonly PartChange[];
  readonly likeness: Likeness;
  readonly sketch: Sketch | undefined;
  readonly stateHash: string;
  /** Empty where it declares none. */
  readonly filesHash: string;
  readonly aliens: ReadonlySet<object>;
  readonly fences: Fences;
  readonly start: number;
}

/** What else there is to say of a run. */
interface Kept {
  /** The function, which is not declared async, returned a promise of the value. */
  readonly promised?: boolean;
  /** Milliseconds, where it is not the time from the start until now. */
  readonly duration?: number;
}

type Ran = Required<Kept>;

const SHARING_UNKNOWN = "too many objects to see whether the result shares one with them";

/** Looks at a call before and after it runs, and stores what a later hit could give without being told from the call. */
export class Keeper {
  readonly #context: PipelineContext;
  /** Runs whose results are still being read. */
  readonly #waiting = new Set<() => void>();

  constructor(context: PipelineContext) {
    this.#context = context;
  }

  before(call: KeyedCall, found: Found | undefined): Before {
    const { target, inputs } = call;
    const aliens = new Set<object>();
    const likeness = target.likeness(inputs);
    target.collect(inputs, aliens);
    const sketch = target.isWorthSketching() ? target.sketch(inputs) : undefined;
    const { cause, changes } = this.#cause(call, { ...likeness, sketch }, found);
    const fences = found?.ok === false ? found.fences : this.#context.tiers.fences();
    const stateHash = target.stateHash();
    const filesHash = target.hasFiles ? target.filesHash() : "";
    return { cause, changes, likeness, sketch, stateHash, filesHash, aliens, fences, start: this.#context.clock() };
  }

  /** Stores the result if a later hit would be indistinguishable from this call, and says what became of the call. Never rejects. */
  keep(call: KeyedCall, before: Before, value: unknown, how: Kept = {}): Landed | Promise<Landed> {
    const ran = { promised: how.promised ?? false, duration: how.duration ?? this.#context.clock() - before.start };
    const { minDuration } = call.target.facts.options;
    if (minDuration !== undefined && ran.duration < minDuration)
      return this.refuse(call, { code: "short-run", detail: `${ran.duration.toFixed(1)} ms` });
    const mutation = this.mutation(call, before);
    if (mutation !== undefined) return this.refuse(call, mutation);
    if (before.aliens.size >= MOST_OBJECTS)
      return this.refuse(call, { code: "input-too-large", detail: SHARING_UNKNOWN });
    const options = { aliens: before.aliens, classes: this.#context.classes };
    const encoded = encodeValue(value, options);
    if (encoded.ok || !encoded.late) return this.#store(call, before, ran, encoded);
    return this.#keepLater(call, before, ran, encodeValueAsync(value, options));
  }

  /** The contents of Blobs and Responses come after the call, whose caller does not wait for them. */
  async #keepLater(call: KeyedCall, before: Before, ran: Ran, encoding: Promise<EncodeOutcome>): Promise<Landed> {
    const giveUp = (): void => this.#emitMiss(call, before, false, ran.duration);
    this.#waiting.add(giveUp);
    const encoded = await encoding;
    // Otherwise the process has ended meanwhile.
    return this.#waiting.delete(giveUp) ? this.#store(call, before, ran, encoded) : undefined;
  }

  /** The process ends: nothing more comes. */
  end(): void {
    for (const giveUp of this.#waiting) giveUp();
    this.#waiting.clear();
  }

  #store(call: KeyedCall, before: Before, { promised, duration }: Ran, encoded: EncodeOutcome): Landed {
    if (!encoded.ok) return this.refuse(call, { code: encoded.code, detail: `${encoded.path}: ${encoded.detail}` });
    const { target, key } = call;
    const { mode, tiers } = this.#context;
    const { ttl } = target.facts.options;
    const createdAt = this.#context.now();
    const entry: Entry = {
      codec: encoded.codec,
      value: encoded.bytes,
      promised,
      createdAt,
      duration,
      expiresAt: ttl === undefined ? undefined : createdAt + ttl,
      target: target.facts.id,
      codeDigest: target.link.codeDigest,
    };
    if (mode !== "readonly") {
      if (target.facts.isAsync || promised) tiers.write(key, entry, before.fences);
      else tiers.writeSync(key, entry, before.fences);
    }
    this.#emitMiss(call, before, mode !== "readonly", duration);
    this.#remember(call, before);
    return { entry };
  }

  /** The call threw or rejected: nothing is stored. */
  fail(call: KeyedCall, before: Before): void {
    this.#emitMiss(call, before, false);
  }

  #cause(
    { target, key, isFresh }: KeyedCall,
    likeness: Likeness & { readonly sketch: Sketch | undefined },
    found: Found | undefined,
  ): { cause: MissCause; changes: readonly PartChange[] } {
    if (isFresh || this.#context.mode === "refresh") return { cause: "refresh", changes: [] };
    if (found?.ok === false && found.why === "expired") return { cause: "expired", changes: [] };
    if (found?.ok === true || (found?.ok === false && found.why === "damaged")) return { cause: "lost", changes: [] };
    return this.#context.history.cause({
      target: target.facts.id,
      key,
      codeDigest: target.link.codeDigest,
      ...likeness,
      parts: target.link.parts,
    });
  }

  /** What a call that has run did to its inputs, which a hit would not do. */
  mutation(call: KeyedCall, before: Before): ReasonNote | undefined {
    const { captures } = call;
    const alteration = call.target.alteration();
    if (alteration !== undefined) return { ...alteration, code: "mutates-state" };
    if (isUntouchable(call)) return undefined;
    // Parameters are the function's own, but a captured variable that it assigned is seen by others.
    const after = call.target.key(captures === undefined ? call.inputs : { ...call.inputs, captures: captures() });
    if (after.ok && after.key === call.key) return undefined;
    if (!after.ok && after.note.code === "signal-aborted") return after.note;
    if (call.target.hasFiles && call.target.filesHash() !== before.filesHash) return { code: "files-changed" };
    const code = call.target.stateHash() === before.stateHash ? "mutates-arguments" : "mutates-state";
    return { code, ...(after.ok ? {} : { detail: after.note.detail ?? after.note.code }) };
  }

  /** The call ran, and nothing is stored. */
  refuse({ target }: KeyedCall, note: ReasonNote): undefined {
    this.#context.emit({ kind: "bypass", target: target.facts, note });
    return undefined;
  }

  #remember({ target, key }: KeyedCall, { likeness, sketch }: Before): void {
    this.#context.history.answered({
      target: target.facts.id,
      key,
      codeDigest: target.link.codeDigest,
      ...likeness,
      sketch,
      parts: target.link.parts,
    });
  }

  #emitMiss(
    { target, key, start: came }: KeyedCall,
    { cause, changes, start }: Before,
    stored: boolean,
    durationMs = this.#context.clock() - start,
  ): void {
    const spentMs = this.#context.clock() - came - durationMs;
    this.#context.emit({
      kind: "miss",
      target: target.facts,
      codeDigest: target.link.codeDigest,
      key,
      cause,
      changes,
      durationMs,
      spentMs,
      stored,
    });
  }
}
