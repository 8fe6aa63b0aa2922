import { types } from "node:util";
import { encodeValue } from "../codec/codec.ts";
import type { HeldEntry } from "../stores/entry.ts";
import { firstDifference, shortForm, type ValueDifference } from "./first-difference.ts";
import type { Before, KeyedCall, Keeper, PipelineContext } from "./keeper.ts";

/** What a store answered. */
interface Found {
  readonly entry: HeldEntry;
  readonly from: string;
}

/**
 * The mode `verify`: runs calls that a store has an answer to, gives the program what the run gave, and says whether that is what
 * was stored. The entry stays as it is.
 */
export class Verifier {
  readonly #context: PipelineContext;
  readonly #keeper: Keeper;
  readonly #rate: number;
  #due: number;

  constructor(context: PipelineContext, keeper: Keeper, rate: number) {
    this.#context = context;
    this.#keeper = keeper;
    this.#rate = rate;
    // Short runs with a low rate verify a hit now and then, not always the same or none. No random number of the program's is taken.
    this.#due = rate === 1 ? 0 : Number(process.hrtime.bigint() % 1_000n) / 1_000;
  }

  /** Whether this hit is one of those that run: of ten in a row, a rate of 0.1 takes one. */
  takes(): boolean {
    this.#due += this.#rate;
    if (this.#due < 1) return false;
    this.#due -= 1;
    return true;
  }

  /** Runs the call. `stored`: the decoded answer, which nobody else holds. */
  run(call: KeyedCall, found: Found, stored: unknown): unknown {
    const before = this.#keeper.before(call, { ok: true, ...found });
    let value: unknown;
    try {
      value = call.body();
    } catch (error) {
      this.#failed(call, found, before, { stored, error });
      throw error;
    }
    const isPromised = call.target.facts.isAsync || found.entry.promised;
    if (!isPromised || !types.isPromise(value)) {
      this.#judge(call, found, before, { stored, value: isPromised ? NO_PROMISE : value });
      return value;
    }
    return value.then(
      (settled: unknown) => {
        this.#judge(call, found, before, { stored, value: settled });
        return settled;
      },
      (error: unknown) => {
        this.#failed(call, found, before, { stored, error });
        throw error;
      },
    );
  }

  #judge(call: KeyedCall, found: Found, before: Before, both: { stored: unknown; value: unknown }): void {
    const mutation = this.#keeper.mutation(call, before);
    const difference =
      mutation === undefined
        ? this.#difference(found.entry, both.stored, both.value)
        : { path: mutation.detail ?? "inputs", stored: "unchanged inputs", now: mutation.code };
    this.#emit(call, found, before, difference);
  }

  #failed(call: KeyedCall, found: Found, before: Before, { stored, error }: { stored: unknown; error: unknown }): void {
    const now = error instanceof Error ? `threw ${error.name}: ${error.message}` : `threw ${shortForm(error)}`;
    this.#emit(call, found, before, { path: "result", stored: shortForm(stored), now });
  }

  #difference(entry: HeldEntry, stored: unknown, value: unknown): ValueDifference | undefined {
    const { classes } = this.#context;
    const encoded = encodeValue(value, { classes });
    if (encoded.ok && encoded.codec === entry.codec && Buffer.compare(encoded.bytes, entry.value) === 0)
      return undefined;
    // Contents that come later are not compared.
    return !encoded.ok && encoded.late ? undefined : firstDifference(stored, value);
  }

  #emit({ target, key }: KeyedCall, { from }: Found, { start }: Before, difference: ValueDifference | undefined): void {
    this.#context.emit({
      kind: "verify",
      target: target.facts,
      codeDigest: target.link.codeDigest,
      key,
      from,
      difference,
      durationMs: this.#context.clock() - start,
    });
  }
}

const NO_PROMISE = Symbol("no promise");
