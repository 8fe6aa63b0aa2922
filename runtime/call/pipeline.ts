import { types } from "node:util";
import { decodeValue, encodeValue } from "../codec/codec.ts";
import type { History } from "../report/history.ts";
import type { ReasonNote } from "../reasons.ts";
import type { Entry } from "../stores/entry.ts";
import type { Fences, Found, Tiers } from "../stores/tiers.ts";
import { Flights, type Landed } from "./flights.ts";
import type { CallOutcome, MissCause } from "./outcome.ts";
import type { CallInputs, Likeness, LinkedTarget } from "./target.ts";

export interface PipelineContext {
  readonly mode: "on" | "refresh" | "readonly";
  readonly tiers: Tiers;
  readonly history: History;
  emit(outcome: CallOutcome): void;
  /** Milliseconds, monotonic. */
  clock(): number;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** A call that has its key. */
interface KeyedCall {
  readonly target: LinkedTarget;
  readonly key: string;
  readonly inputs: CallInputs;
  readonly hasObjects: boolean;
  readonly body: () => unknown;
  /** Reads the captured variables anew. */
  readonly captures: (() => readonly unknown[]) | undefined;
}

interface Landing {
  resolve(landed: Landed): void;
  reject(error: unknown): void;
}

/** What has to be known before a run to judge it afterwards. */
interface Before {
  readonly cause: MissCause;
  readonly changed: readonly string[];
  readonly likeness: Likeness;
  readonly stateHash: string;
  readonly aliens: ReadonlySet<object>;
  readonly fences: Fences;
  readonly start: number;
}

/** Answers calls from the stores, runs those that no store can answer, and keeps what may be kept. */
export class Pipeline {
  readonly #context: PipelineContext;
  readonly #flights = new Flights();

  constructor(context: PipelineContext) {
    this.#context = context;
  }

  /** The call of a function that is not declared async. */
  callSync(call: KeyedCall): unknown {
    const waiting = this.#flights.find(call.key);
    if (waiting !== undefined) return this.#wait(call, waiting);
    const start = this.#context.clock();
    const found = this.#mayRead ? this.#context.tiers.readSync(call.key) : undefined;
    const hit = this.#answer(call, found, start);
    if (hit !== undefined) return hit.promised ? Promise.resolve(hit.value) : hit.value;
    return this.#runSync(call, this.#before(call, found));
  }

  /** The call of an async function: what it returns goes to the function's own promise. */
  callAsync(call: KeyedCall): unknown {
    const waiting = this.#flights.find(call.key);
    if (waiting !== undefined) return this.#wait(call, waiting);
    const start = this.#context.clock();
    const found = this.#mayRead ? this.#context.tiers.read(call.key) : undefined;
    if (!(found instanceof Promise)) {
      const hit = this.#answer(call, found, start);
      if (hit !== undefined) return hit.value;
    }
    const { promise, resolve, reject } = settleable<Landed>();
    return this.#flights.lead(call.key, () => this.#lead(call, found, start, { resolve, reject }), promise);
  }

  async #lead(
    call: KeyedCall,
    reading: Found | Promise<Found> | undefined,
    start: number,
    landing: Landing,
  ): Promise<unknown> {
    try {
      const found = reading instanceof Promise ? await reading : reading;
      const hit = reading instanceof Promise ? this.#answer(call, found, start) : undefined;
      if (hit !== undefined) {
        landing.resolve({ entry: hit.entry });
        return hit.value;
      }
      const before = this.#before(call, found);
      const value = await this.#runBody(call, before);
      landing.resolve(this.#keep(call, before, value, false));
      return value;
    } catch (error) {
      landing.reject(error);
      throw error;
    }
  }

  get #mayRead(): boolean {
    return this.#context.mode !== "refresh";
  }

  #runSync(call: KeyedCall, before: Before): unknown {
    const value = this.#runBody(call, before);
    if (!isPlainPromise(value)) {
      this.#keep(call, before, value, false);
      return value;
    }
    const settled = value.then(
      (result): { result: unknown; landed: Landed } => ({ result, landed: this.#keep(call, before, result, true) }),
      (error: unknown) => {
        this.#emitMiss(call, before, false);
        throw error;
      },
    );
    return this.#flights.lead(
      call.key,
      () => settled.then(({ result }) => result),
      settled.then(({ landed }) => landed),
    );
  }

  #runBody(call: KeyedCall, before: Before): unknown {
    try {
      const value = call.body();
      if (!call.target.facts.isAsync) return value;
      return (value as Promise<unknown>).catch((error: unknown) => {
        this.#emitMiss(call, before, false);
        throw error;
      });
    } catch (error) {
      this.#emitMiss(call, before, false);
      throw error;
    }
  }

  #answer(
    call: KeyedCall,
    found: Found | undefined,
    start: number,
  ): { value: unknown; promised: boolean; entry: Entry } | undefined {
    if (found?.ok !== true) return undefined;
    const decoded = decode(found.entry);
    if (!decoded.ok) return undefined;
    this.#emitHit(call, found.from, found.entry.duration - (this.#context.clock() - start));
    return { value: decoded.value, promised: found.entry.promised, entry: found.entry };
  }

  async #wait(call: KeyedCall, flight: Promise<Landed>): Promise<unknown> {
    const start = this.#context.clock();
    const landed = await flight;
    const decoded = landed === undefined ? undefined : decode(landed.entry);
    // What the other run gave cannot be shared: this call runs for itself.
    if (landed === undefined || decoded?.ok !== true) return this.#runBody(call, this.#before(call, undefined));
    this.#emitHit(call, "flight", landed.entry.duration - (this.#context.clock() - start));
    return decoded.value;
  }

  #before(call: KeyedCall, found: Found | undefined): Before {
    const { target, inputs } = call;
    const aliens = new Set<object>();
    const likeness = target.likeness(inputs, aliens);
    target.state.collect(aliens);
    const { cause, changed } = this.#cause(call, likeness, found);
    const fences = found?.ok === false ? found.fences : this.#context.tiers.fences();
    return { cause, changed, likeness, stateHash: target.stateHash(), aliens, fences, start: this.#context.clock() };
  }

  #cause(
    { target, key }: KeyedCall,
    likeness: Likeness,
    found: Found | undefined,
  ): { cause: MissCause; changed: readonly string[] } {
    if (this.#context.mode === "refresh") return { cause: "refresh", changed: [] };
    if (found?.ok === false && found.why === "expired") return { cause: "expired", changed: [] };
    if (found?.ok === true || (found?.ok === false && found.why === "damaged")) return { cause: "lost", changed: [] };
    return this.#context.history.cause({
      target: target.facts.id,
      key,
      codeDigest: target.link.codeDigest,
      ...likeness,
      parts: target.link.parts,
    });
  }

  /** Stores the result if a later hit would be indistinguishable from this call, and says what became of the call. */
  #keep(call: KeyedCall, before: Before, value: unknown, promised: boolean): Landed {
    const { target, key } = call;
    const { mode, tiers } = this.#context;
    const duration = this.#context.clock() - before.start;
    const mutation = this.#mutation(call, before);
    if (mutation !== undefined) return this.#bypass(call, mutation);
    const encoded = encodeValue(value, { aliens: before.aliens });
    if (!encoded.ok) return this.#bypass(call, { code: encoded.code, detail: `${encoded.path}: ${encoded.detail}` });
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
    this.#remember(call, before.likeness);
    return { entry };
  }

  #mutation(call: KeyedCall, before: Before): ReasonNote | undefined {
    const { captures } = call;
    if (!call.hasObjects && call.target.state.isEmpty && captures === undefined) return undefined;
    // Parameters are the function's own, but a captured variable that it assigned is seen by others.
    const after = call.target.key(captures === undefined ? call.inputs : { ...call.inputs, captures: captures() });
    if (after.ok && after.key === call.key) return undefined;
    const code = call.target.stateHash() === before.stateHash ? "mutates-arguments" : "mutates-state";
    return { code, ...(after.ok ? {} : { detail: after.note.detail ?? after.note.code }) };
  }

  #bypass({ target }: KeyedCall, note: ReasonNote): undefined {
    this.#context.emit({ kind: "bypass", target: target.facts, note });
    return undefined;
  }

  #remember({ target, key }: KeyedCall, likeness: Likeness): void {
    this.#context.history.answered({
      target: target.facts.id,
      key,
      codeDigest: target.link.codeDigest,
      ...likeness,
      parts: target.link.parts,
    });
  }

  #emitHit({ target, key }: KeyedCall, from: string, savedMs: number): void {
    this.#context.emit({ kind: "hit", target: target.facts, codeDigest: target.link.codeDigest, key, from, savedMs });
  }

  #emitMiss(
    { target, key }: KeyedCall,
    { cause, changed, start }: Before,
    stored: boolean,
    durationMs = this.#context.clock() - start,
  ): void {
    this.#context.emit({
      kind: "miss",
      target: target.facts,
      codeDigest: target.link.codeDigest,
      key,
      cause,
      changed,
      durationMs,
      stored,
    });
  }
}

function decode(entry: Entry): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: decodeValue(entry.codec, entry.value) };
  } catch {
    // Written by another version of Node or of the codec: a miss, and the run replaces it.
    return { ok: false };
  }
}

/** A promise that nothing was added to: one made anew from its value cannot be told from it. */
function isPlainPromise(value: unknown): value is Promise<unknown> {
  return (
    types.isPromise(value) && Object.getPrototypeOf(value) === Promise.prototype && Reflect.ownKeys(value).length === 0
  );
}

/** `Promise.withResolvers`, which Node 20 lacks. */
function settleable<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: unknown) => void } {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  return { promise, resolve, reject };
}
