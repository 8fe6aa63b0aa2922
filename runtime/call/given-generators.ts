import { types } from "node:util";
import { isRecorded, type NamedSteps, type Recorded, StepsContent } from "../codec/steps-content.ts";
import { MOST_OBJECTS } from "../key/reach.ts";
import { asyncGeneratorOver, generatorOver } from "./generator-objects.ts";
import type { Before, KeyedCall, Keeper, PipelineContext } from "./keeper.ts";
import type { GeneratorKind } from "./link.ts";
import { recordAsync, recordSync } from "./record.ts";
import { Recording } from "./recording.ts";
import { replayAsync, replaySync } from "./replay.ts";
import { anyAborted } from "./signals.ts";
import { lateSteps, type AsyncSteps, type Steps } from "./steps.ts";

/**
 * Generator objects that functions return which are no generators themselves. Those of generator functions of tracked code,
 * which nobody else holds, are recorded as they are consumed, and made anew for a hit.
 */
export class GivenGenerators {
  readonly #context: PipelineContext;
  readonly #keeper: Keeper;

  constructor(context: PipelineContext, keeper: Keeper) {
    this.#context = context;
    this.#keeper = keeper;
  }

  /** What goes to the caller in place of `given`; undefined where that is nothing to be recorded. `late`: by a promise. */
  record(call: KeyedCall, before: Before, given: unknown, late: boolean): object | undefined {
    const kind = this.#kindOf(given);
    if (kind === undefined || (late && !kind.isAsync) || isHeld(call, given as object)) return undefined;
    const { clock, classes } = this.#context;
    const form = { name: kind.name, promised: late && !call.target.facts.isAsync };
    const recording = new Recording(this.#keeper, call, before, classes, form);
    recording.spend(clock() - before.start);
    return kind.isAsync
      ? asyncGeneratorOver(recordAsync(recording, given as AsyncSteps, kind, clock), kind.prototype, late)
      : generatorOver(recordSync(recording, given as Steps, kind, clock), kind.prototype);
  }

  /** The object that a hit gives; undefined where its function is not there any more. */
  replay(call: KeyedCall, { name, recorded }: NamedSteps, late: boolean): object | undefined {
    const kind = this.#context.generators.find(name);
    if (kind === undefined || (late && !kind.isAsync)) return undefined;
    const deviates = deviation(call);
    const run = (): unknown => call.body();
    if (!kind.isAsync)
      return generatorOver(replaySync({ recorded, steering: kind, deviates, run: run as () => Steps }), kind.prototype);
    const runLater = (): AsyncSteps => (late ? lateSteps(run() as Promise<AsyncSteps>) : (run() as AsyncSteps));
    return asyncGeneratorOver(replayAsync({ recorded, steering: kind, deviates, run: runLater }), kind.prototype, late);
  }

  /** For whoever looks at what is stored: no body stands behind it. `stored`: as decoded, of a generator's own call or of another's. */
  peek({ target: { facts } }: KeyedCall, stored: unknown): { readonly value: unknown } | undefined {
    const steps = StepsContent.of(stored);
    if (steps === undefined && facts.generator === undefined) return { value: stored };
    const recorded = steps?.recorded ?? stored;
    const kind = steps === undefined ? plainKind(facts.isAsync) : this.#context.generators.find(steps.name);
    return kind === undefined || !isRecorded(recorded) ? undefined : { value: objectOf(recorded, kind) };
  }

  #kindOf(given: unknown): GeneratorKind | undefined {
    if (!types.isGeneratorObject(given) || Reflect.ownKeys(given).length > 0) return undefined;
    const prototype = Object.getPrototypeOf(given) as object | null;
    if (prototype === null || types.isProxy(prototype) || Reflect.ownKeys(prototype).length > 0) return undefined;
    return Object.isExtensible(given) ? this.#context.generators.of(prototype) : undefined;
  }
}

interface PlainKind {
  readonly prototype: object;
  readonly isAsync: boolean;
}

function objectOf(recorded: Recorded, { prototype, isAsync }: PlainKind): object {
  const course = { recorded, steering: UNSTEERED, deviates: () => false, run: unasked };
  return isAsync
    ? asyncGeneratorOver(replayAsync(course), prototype, false)
    : generatorOver(replaySync(course), prototype);
}

const UNSTEERED = { answersSent: false, answersReturn: false } as const;

function unasked(): never {
  throw new Error("nothing steers it");
}

/** Of the objects of a function that is not at hand. */
function plainKind(isAsync: boolean): PlainKind {
  const maker = isAsync ? async function* () {} : function* () {};
  return { prototype: maker.prototype as object, isAsync };
}

/** Somebody else could take steps of it, or see that the caller has another object. */
function isHeld({ target, inputs, captures }: KeyedCall, given: object): boolean {
  const held = new Set<object>();
  target.collect(captures === undefined ? inputs : { ...inputs, captures: captures() }, held);
  return held.has(given) || held.size >= MOST_OBJECTS;
}

/** Its body would begin with other inputs than the call had, or was told to stop. */
function deviation(call: KeyedCall): () => boolean {
  let isFirst = true;
  return () => {
    if (anyAborted(call)) return true;
    if (!isFirst) return false;
    isFirst = false;
    const { target, inputs, captures, key } = call;
    const now = target.key(captures === undefined ? inputs : { ...inputs, captures: captures() });
    return !now.ok || now.key !== key;
  };
}
