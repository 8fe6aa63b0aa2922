import type { Found } from "../stores/tiers/tiers.ts";
import { Answerer } from "./answerer.ts";
import { type Flight, Flights, type Landed } from "./flights.ts";
import { Generators } from "./generators.ts";
import { GivenGenerators } from "./given-generators.ts";
import { type Before, isSteady, type KeyedCall, Keeper, type PipelineContext } from "./keeper.ts";
import { lookUp, lookUpSync } from "./look-up.ts";
import { isPlainPromise } from "./plain-promise.ts";
import { anyAborted, untilAborted } from "./signals.ts";
import type { Steering } from "./steps.ts";
import { isRecordable, recordStream } from "./stream-recording.ts";
import { type Taken, TurnTaker } from "./turn-taker.ts";
import { Verifier } from "./verifier.ts";

interface Kept {
  readonly value: unknown;
  readonly landed: Landed | Promise<Landed>;
}

/** Answers calls from the stores, runs those that no store can answer, and keeps what may be kept. */
export class Pipeline {
  readonly #context: PipelineContext;
  readonly #flights = new Flights();
  readonly #keeper: Keeper;
  readonly #answerer: Answerer;
  readonly #generators: Generators;
  readonly #given: GivenGenerators;
  readonly #turns: TurnTaker;

  constructor(context: PipelineContext) {
    this.#context = context;
    this.#keeper = new Keeper(context);
    const { verifyRate } = context;
    const verifier = verifyRate === undefined ? undefined : new Verifier(context, this.#keeper, verifyRate);
    this.#given = new GivenGenerators(context, this.#keeper);
    this.#answerer = new Answerer(context, this.#given, verifier);
    this.#generators = new Generators(context, this.#keeper, this.#answerer);
    this.#turns = new TurnTaker(context);
  }

  /** The call of a function that is not declared async. */
  callSync(call: KeyedCall): unknown {
    // A run that began before the program asked for a fresh one is none.
    const waiting = call.isFresh ? undefined : this.#flights.find(call.key);
    if (waiting !== undefined) return this.#wait(call, waiting);
    const { start } = call;
    const found = this.#mayRead(call) ? lookUpSync(call, this.#context.tiers) : undefined;
    const hit = this.#answerer.answer(call, found, start);
    if (hit !== undefined) return hit.promised ? Promise.resolve(hit.value) : hit.value;
    const taken = this.#turns.takeSync(call, found);
    const late = taken.found === found ? undefined : this.#answerer.answer(call, taken.found, start);
    if (late !== undefined) return late.promised ? Promise.resolve(late.value) : late.value;
    return this.#runSync(call, taken);
  }

  /** The call of an async function: what it returns goes to the function's own promise. */
  callAsync(call: KeyedCall): unknown {
    const waiting = call.isFresh ? undefined : this.#flights.find(call.key);
    if (waiting !== undefined) return this.#wait(call, waiting);
    const { tiers } = this.#context;
    const found = !this.#mayRead(call) ? undefined : isSteady(call) ? lookUp(call, tiers) : lookUpSync(call, tiers);
    if (found instanceof Promise) {
      const flight = this.#flights.lead(call.key);
      return found.then((settled) => this.#arrive(call, settled, flight));
    }
    const hit = this.#answerer.answer(call, found, call.start);
    return hit === undefined ? this.#lead(call, found, this.#flights.lead(call.key)) : hit.value;
  }

  /** The first step of a generator: what it delegates to. */
  callGenerator(call: KeyedCall, steering: Steering): unknown {
    return call.target.facts.isAsync
      ? this.#generators.callAsync(call, steering, this.#mayRead(call))
      : this.#generators.callSync(call, steering, this.#mayRead(call));
  }

  /** What is stored for the call; nothing is run, and nothing is told. */
  peek(call: KeyedCall): { readonly value: unknown } | undefined {
    const found = lookUpSync(call, this.#context.tiers);
    return found.ok ? this.#answerer.peek(call, found.entry) : undefined;
  }

  /** Removes what is stored for the call; says whether anything was. */
  forget(call: KeyedCall): boolean {
    return this.#context.mode !== "readonly" && this.#context.tiers.deleteSync(call.key);
  }

  /** The process ends. */
  end(): void {
    this.#keeper.end();
  }

  /** What the stores had came later. */
  #arrive(call: KeyedCall, found: Found, flight: Flight): unknown {
    try {
      const hit = this.#answerer.answer(call, found, call.start);
      if (hit === undefined) return this.#lead(call, found, flight);
      flight.resolve({ entry: hit.entry });
      return hit.value;
    } catch (error) {
      flight.reject(error);
      throw error;
    }
  }

  async #lead(call: KeyedCall, found: Found | undefined, flight: Flight): Promise<unknown> {
    try {
      const taking = this.#turns.take(call, found);
      const taken = taking instanceof Promise ? await taking : taking;
      const late = taken.found === found ? undefined : this.#answerer.answer(call, taken.found, call.start);
      if (late !== undefined) {
        flight.resolve({ entry: late.entry });
        return late.value;
      }
      return await this.#flights.run(call.key, () => this.#runLeader(call, taken, flight));
    } catch (error) {
      // By its own signal it ended for itself alone.
      if (anyAborted(call)) flight.resolve(undefined);
      else flight.reject(error);
      throw error;
    }
  }

  async #runLeader(call: KeyedCall, { found, leave }: Taken, flight: Flight): Promise<unknown> {
    try {
      const before = this.#keeper.before(call, found);
      const { value, landed } = this.#keep(call, before, await this.#runBody(call, before), false);
      flight.resolve(landed);
      leaveAfter(landed, leave);
      return value;
    } catch (error) {
      leave();
      throw error;
    }
  }

  #mayRead({ isFresh }: KeyedCall): boolean {
    return !isFresh && this.#context.mode !== "refresh";
  }

  #runSync(call: KeyedCall, { found, leave }: Taken): unknown {
    const before = this.#keeper.before(call, found);
    try {
      const given = this.#runBody(call, before);
      if (isPlainPromise(given)) return this.#awaitSync(call, given, before, leave);
      const { value, landed } = this.#keep(call, before, given, false);
      leaveAfter(landed, leave);
      return value;
    } catch (error) {
      leave();
      throw error;
    }
  }

  #awaitSync(call: KeyedCall, given: Promise<unknown>, before: Before, leave: () => void): Promise<unknown> {
    const settled = given.then(
      (result) => {
        const kept = this.#keep(call, before, result, true);
        leaveAfter(kept.landed, leave);
        return kept;
      },
      (error: unknown) => {
        this.#keeper.fail(call, before);
        leave();
        throw error;
      },
    );
    const landing = settled.then(
      ({ landed }) => landed,
      (error: unknown) => {
        if (anyAborted(call)) return undefined;
        throw error;
      },
    );
    this.#flights.lead(call.key).resolve(landing);
    return settled.then(({ value }) => value);
  }

  /** What goes to the caller, and what is there for others that wait for the same: of what is recorded as it is read, nothing. */
  #keep(call: KeyedCall, before: Before, given: unknown, promised: boolean): Kept {
    const generator = this.#given.record(call, before, given, promised || call.target.facts.isAsync);
    if (generator !== undefined) return { value: generator, landed: undefined };
    const isStream = call.target.facts.options.stream === true && isRecordable(given) && !before.aliens.has(given);
    if (!isStream) return { value: given, landed: this.#keeper.keep(call, before, given, { promised }) };
    const value = recordStream(given, this.#context.clock, {
      kept: (content, duration) => void this.#keeper.keep(call, before, content, { promised, duration }),
      refused: (note) => this.#keeper.refuse(call, note),
      failed: () => this.#keeper.fail(call, before),
    });
    return { value, landed: undefined };
  }

  #runBody(call: KeyedCall, before: Before): unknown {
    try {
      const value = call.body();
      if (!call.target.facts.isAsync) return value;
      return (value as Promise<unknown>).catch((error: unknown) => {
        this.#keeper.fail(call, before);
        throw error;
      });
    } catch (error) {
      this.#keeper.fail(call, before);
      throw error;
    }
  }

  async #wait(call: KeyedCall, flight: Promise<Landed>): Promise<unknown> {
    const start = this.#context.clock();
    let landed: Landed;
    try {
      landed = await untilAborted(flight, call);
    } catch (error) {
      this.#keeper.fail(call, this.#keeper.before(call, undefined));
      throw error;
    }
    if (landed === undefined) return this.#runAlone(call);
    const answer = this.#answerer.answerFrom(call, landed.entry, { from: "flight", start });
    return answer === undefined ? this.#runAlone(call) : answer.value;
  }

  /** What the other run gave cannot be shared: this call runs for itself. */
  async #runAlone(call: KeyedCall): Promise<unknown> {
    const before = this.#keeper.before(call, undefined);
    return this.#keep(call, before, await this.#runBody(call, before), !call.target.facts.isAsync).value;
  }
}

/** Others wait for what is being stored. */
function leaveAfter(landed: Landed | Promise<Landed>, leave: () => void): void {
  if (landed instanceof Promise) landed.then(leave, leave);
  else leave();
}
