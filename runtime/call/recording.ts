import { encodeValue } from "../codec/codec.ts";
import { StepsContent } from "../codec/steps-content.ts";
import type { ReasonNote } from "../reasons.ts";
import type { Before, Keeper, KeyedCall } from "./keeper.ts";
import type { ClassResolver } from "../codec/writer.ts";

/** Beyond these a run is no longer recorded: generators may go on for ever. Bytes, and steps. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_STEPS = 1_000_000;

/** Of a generator object that a function returned, which is no generator itself. */
interface GivenForm {
  /** Of the generator function. */
  readonly name: string;
  /** The function returned a promise of it without being async. */
  readonly promised: boolean;
}

/** Takes down what one run gives, and stores it if the run comes to its end by itself. Exactly one outcome is told. */
export class Recording {
  readonly #keeper: Keeper;
  readonly #call: KeyedCall;
  readonly #before: Before;
  readonly #classes: ClassResolver;
  readonly #form: GivenForm | undefined;
  readonly #yielded: unknown[] = [];
  /** The bytes of yielded objects as they were then, by their place. */
  readonly #as = new Map<number, Uint8Array>();
  #bytes = 0;
  #spent = 0;
  #isOver = false;

  constructor(keeper: Keeper, call: KeyedCall, before: Before, classes: ClassResolver, form?: GivenForm) {
    this.#keeper = keeper;
    this.#call = call;
    this.#before = before;
    this.#classes = classes;
    this.#form = form;
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
    const recorded = { yielded: this.#yielded, returned };
    const value = this.#form === undefined ? recorded : new StepsContent({ name: this.#form.name, recorded });
    const promised = this.#form?.promised ?? false;
    void this.#keeper.keep(this.#call, this.#before, value, { promised, duration: this.#spent });
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
