import { decodeValue } from "../codec/codec.ts";
import { plainCopier } from "../codec/plain-copy.ts";
import type { ClassResolver } from "../codec/writer.ts";
import type { HeldEntry } from "../stores/entry.ts";

/** Larger values are decoded each time. */
const LARGEST_BYTES = 16_384;
/** Of the bytes whose values are held; past that all of them are let go. */
const MOST_BYTES = 8 * 1024 * 1024;

interface Known {
  /** Undefined where the value cannot be copied. */
  readonly copy: (() => unknown) | undefined;
}

/**
 * Makes values of entries, a fresh one for each answer. What answers again from memory is decoded once more, into a value that is
 * never handed out, and copied from there.
 */
export class AnswerValues {
  readonly #classes: ClassResolver;
  #known = new WeakMap<HeldEntry, Known>();
  #bytes = 0;

  constructor(classes: ClassResolver) {
    this.#classes = classes;
  }

  /** `isHeld`: the entry is in memory, so that it may well answer again. Throws a DecodeError. */
  make(entry: HeldEntry, isHeld: boolean): unknown {
    if (!isHeld) return this.#decode(entry);
    let known = this.#known.get(entry);
    if (known === undefined) this.#known.set(entry, (known = { copy: this.#copier(entry) }));
    return known.copy === undefined ? this.#decode(entry) : known.copy();
  }

  #copier(entry: HeldEntry): (() => unknown) | undefined {
    const { byteLength } = entry.value;
    if (byteLength > LARGEST_BYTES) return undefined;
    const copy = plainCopier(this.#decode(entry));
    if (copy === undefined) return undefined;
    this.#bytes += byteLength;
    if (this.#bytes > MOST_BYTES) {
      this.#known = new WeakMap();
      this.#bytes = 0;
    }
    return copy;
  }

  #decode({ codec, value }: HeldEntry): unknown {
    return decodeValue(codec, value, { classes: this.#classes });
  }
}
