import { StepsContent } from "../codec/steps-content.ts";
import type { HeldEntry } from "../stores/entry.ts";
import type { Found } from "../stores/tiers/tiers.ts";
import { AnswerValues } from "./answer-values.ts";
import type { GivenGenerators } from "./given-generators.ts";
import type { KeyedCall, PipelineContext } from "./keeper.ts";
import type { Verifier } from "./verifier.ts";

export interface Answer {
  readonly value: unknown;
  readonly promised: boolean;
  readonly entry: HeldEntry;
}

/** Makes answers of entries: each decodes for itself. */
export class Answerer {
  readonly #context: PipelineContext;
  readonly #verifier: Verifier | undefined;
  readonly #given: GivenGenerators;
  readonly #values: AnswerValues;

  /** `verifier`: runs some of the calls as well. */
  constructor(context: PipelineContext, given: GivenGenerators, verifier: Verifier | undefined) {
    this.#context = context;
    this.#given = given;
    this.#verifier = verifier;
    this.#values = new AnswerValues(context.classes);
  }

  /** `start`: when the call came, by the context's clock. `isOf`: whether the value has the shape that is needed. */
  answer(
    call: KeyedCall,
    found: Found | undefined,
    start: number,
    isOf?: (value: unknown) => boolean,
  ): Answer | undefined {
    return found?.ok === true ? this.answerFrom(call, found.entry, { from: found.from, start, isOf }) : undefined;
  }

  answerFrom(
    call: KeyedCall,
    entry: HeldEntry,
    how: { from: string; start: number; isOf?: ((value: unknown) => boolean) | undefined },
  ): Answer | undefined {
    const { from, start, isOf } = how;
    const stored = this.#decode(entry, from === "memory");
    if (stored === UNREADABLE || isOf?.(stored) === false) return undefined;
    const { target, key } = call;
    const steps = StepsContent.of(stored);
    const value =
      steps === undefined ? stored : this.#given.replay(call, steps, target.facts.isAsync || entry.promised);
    if (steps !== undefined && value === undefined) return undefined;
    // Generators and streams give their values one by one, as they are asked for: these are answered.
    const isStream = target.facts.options.stream === true || steps !== undefined;
    if (isOf === undefined && !isStream && from !== "flight" && this.#verifier?.takes() === true)
      return { value: this.#verifier.run(call, { entry, from }, value), promised: false, entry };
    if (from === "memory") target.remember(key);
    const savedMs = entry.duration - (this.#context.clock() - start);
    const ran =
      from === "flight" ? undefined : { startedAt: entry.createdAt - entry.duration, durationMs: entry.duration };
    const { codeDigest } = target.link;
    this.#context.emit({ kind: "hit", target: target.facts, codeDigest, key, from, savedMs, ran });
    return { value, promised: entry.promised, entry };
  }

  peek(call: KeyedCall, entry: HeldEntry): { readonly value: unknown } | undefined {
    const stored = this.#decode(entry, false);
    return stored === UNREADABLE ? undefined : this.#given.peek(call, stored);
  }

  /** Or `UNREADABLE`. */
  #decode(entry: HeldEntry, isHeld: boolean): unknown {
    try {
      return this.#values.make(entry, isHeld);
    } catch {
      // Written by another version of Node or of the codec, or of a class that is not loaded: a miss, and the run replaces it.
      return UNREADABLE;
    }
  }
}

/** In place of a value, which it can never be. */
const UNREADABLE = Symbol("unreadable");
