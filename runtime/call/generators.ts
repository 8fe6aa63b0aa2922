import { isRecorded, type Recorded } from "../codec/steps-content.ts";
import type { Found } from "../stores/tiers/tiers.ts";
import type { Answerer } from "./answerer.ts";
import { isSteady, type KeyedCall, type Keeper, type PipelineContext } from "./keeper.ts";
import { lookUp, lookUpSync } from "./look-up.ts";
import { recordAsync, recordSync } from "./record.ts";
import { Recording } from "./recording.ts";
import { replayAsync, replaySync } from "./replay.ts";
import { anyAborted } from "./signals.ts";
import { lateSteps, type AsyncSteps, type Steering, type Steps } from "./steps.ts";

/**
 * The calls of generators, at their first `next`. A hit gives what the run gave that was recorded; a miss passes on what
 * the body gives, as it gives it. Each call runs for itself, as nobody can wait for what may never be asked for.
 */
export class Generators {
  readonly #context: PipelineContext;
  readonly #keeper: Keeper;
  readonly #answerer: Answerer;

  constructor(context: PipelineContext, keeper: Keeper, answerer: Answerer) {
    this.#context = context;
    this.#keeper = keeper;
    this.#answerer = answerer;
  }

  /** What the generator delegates to. */
  callSync(call: KeyedCall, steering: Steering, mayRead: boolean): Steps {
    const { start } = call;
    const found = mayRead ? lookUpSync(call, this.#context.tiers) : undefined;
    const recorded = this.#recorded(call, found, start);
    const run = (): Steps => call.body() as Steps;
    const deviates = (): boolean => anyAborted(call);
    if (recorded !== undefined) return replaySync({ recorded, steering, deviates, run });
    return recordSync(this.#record(call, found), run(), steering, this.#context.clock);
  }

  /** The same for an async generator. A store that has to be awaited is asked only where that can change nothing. */
  callAsync(call: KeyedCall, steering: Steering, mayRead: boolean): AsyncSteps {
    const { start } = call;
    const { tiers } = this.#context;
    const reading = !mayRead ? undefined : isSteady(call) ? lookUp(call, tiers) : lookUpSync(call, tiers);
    const open = (found: Found | undefined): AsyncSteps => {
      const recorded = this.#recorded(call, found, start);
      const run = (): AsyncSteps => call.body() as AsyncSteps;
      const deviates = (): boolean => anyAborted(call);
      if (recorded !== undefined) return replayAsync({ recorded, steering, deviates, run });
      return recordAsync(this.#record(call, found), run(), steering, this.#context.clock);
    };
    return reading instanceof Promise ? lateSteps(reading.then(open)) : open(reading);
  }

  #recorded(call: KeyedCall, found: Found | undefined, start: number): Recorded | undefined {
    const value = this.#answerer.answer(call, found, start, isRecorded)?.value;
    return isRecorded(value) ? value : undefined;
  }

  #record(call: KeyedCall, found: Found | undefined): Recording {
    return new Recording(this.#keeper, call, this.#keeper.before(call, found), this.#context.classes);
  }
}
