import { encodeValue } from "../codec/codec.ts";
import type { ReasonNote } from "../reasons.ts";
import type { Before, Keeper, KeyedCall } from "./keeper.ts";
import type { ClassResolver } from "../codec/writer.ts";

/** What a run that came to its end gave, step by step. */
export interface Recorded {
  readonly yielded: readonly unknown[];
  readonly returned: unknown;
}

/** Beyond these a run is no longer recorded: generators may go on for ever. Bytes, and steps. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_STEPS = 1_000_000;

/** Takes down what one run gives, and stores it if the run comes to its end by itself. Exactly one outcome is told. */
export class Recording {
  readonly #keeper: Keeper;
  readonly #call: KeyedCall;
  readonly #before: Before;
  readonly #classes: ClassResolver;
  readonly #yielded: unknown[] = [];
  /** The bytes of yielded objects as they were then, by their place. */
  readonly #as = new Map<number, Uint8Array>();
  #bytes = 0;
  #spent = 0;
  #isOver = false;

  constructor(keeper: Keeper, call: KeyedCall, before: Before, classes: ClassResolver) {
    this.#keeper = keeper;
    this.#call = call;
    this.#before = before;
    this.#classes = classes;
  }

  /** Milliseconds that the run took for its last step. */
  spend(ms: number): void {
    this.#spent += ms;
  }

  note(value: unknown): void {
    if (this.#isOver) return;
    const place = this.#yielded.push(value) - 1;
    const bytes = this.#sizeOf(value, place);
    this.#bytes += bytes ?? 0;
    if (this.#bytes > MOST_BYTES || place >= MOST_STEPS)
      this.refuse({ code: "value-too-large", detail: `${place + 1} steps` });
  }

  /** The run came to its end. */
  finish(returned: unknown): void {
    if (this.#isOver) return;
    for (const [place, bytes] of this.#as) {
      const now = this.#encode(this.#yielded[place], place);
      if (now === undefined) return;
      if (Buffer.compare(now, bytes) !== 0)
        return this.refuse({ code: "yields-changed", detail: `result.yielded[${place}]` });
    }
    this.#isOver = true;
    const recorded: Recorded = { yielded: this.#yielded, returned };
    void this.#keeper.keep(this.#call, this.#before, recorded, { duration: this.#spent });
  }

  /** The run failed, was given up, or was steered from outside. */
  fail(): void {
    if (!this.#end()) return;
    this.#keeper.fail(this.#call, this.#before);
  }

  refuse(note: ReasonNote): void {
    if (!this.#end()) return;
    this.#keeper.refuse(this.#call, note);
  }

  #end(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    this.#yielded.length = 0;
    this.#as.clear();
    return true;
  }

  #sizeOf(value: unknown, place: number): number | undefined {
    if (typeof value === "string") return value.length;
    if (typeof value !== "object" || value === null) return 8;
    const bytes = this.#encode(value, place);
    if (bytes !== undefined) this.#as.set(place, bytes);
    return bytes?.byteLength;
  }

  #encode(value: unknown, place: number): Uint8Array | undefined {
    const encoded = encodeValue(value, { aliens: this.#before.aliens, classes: this.#classes });
    if (encoded.ok) return encoded.bytes;
    const path = encoded.path.replace("result", `result.yielded[${place}]`);
    this.refuse({ code: encoded.code, detail: `${path}: ${encoded.detail}` });
    return undefined;
  }
}

/** What came from a store may be of another shape, as where a function was no generator before. */
export function isRecorded(value: unknown): value is Recorded {
  return (
    typeof value === "object" &&
    value !== null &&
    "yielded" in value &&
    Array.isArray(value.yielded) &&
    "returned" in value
  );
}
