import { DecodeError } from "./decode-error.ts";
import { numbersOf } from "../numbers.ts";
import { latin1Slice, ucs2Slice, utf8Slice } from "../slices.ts";
import { Tag } from "./tags.ts";

/** Up to this many bytes, units one by one are faster than a native slice. */
const SHORT = 15;

/** Bytes to be read in order. Every read checks its bounds: the bytes may be hostile. */
export class BytesIn {
  readonly #bytes: Uint8Array;
  /** Made for the first number that is no small integer. */
  #numbers: DataView | undefined;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    if (this.#at >= this.#bytes.length) throw new DecodeError("the bytes end too early");
    return this.#bytes[this.#at++] as number;
  }

  /** The next byte, or one further on, that stays to be read. */
  peek(ahead = 0): number | undefined {
    return this.#bytes[this.#at + ahead];
  }

  int32(): number {
    const at = this.#take(4) + this.#bytes.byteOffset;
    return (this.#numbers ??= numbersOf(this.#bytes)).getInt32(at, true);
  }

  double(): number {
    const at = this.#take(8) + this.#bytes.byteOffset;
    return (this.#numbers ??= numbersOf(this.#bytes)).getFloat64(at, true);
  }

  size(): number {
    let byte = this.byte();
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let factor = 128; byte >= 128; factor *= 128) {
      if (factor > 2 ** 43) throw new DecodeError("a length is too large");
      byte = this.byte();
      value += (byte & 127) * factor;
    }
    return value;
  }

  /** A count of items of at least one byte each. */
  count(): number {
    const count = this.size();
    if (count > this.left) throw new DecodeError("a count is larger than the bytes");
    return count;
  }

  /** A view of the next bytes, not a copy. */
  bytes(size: number): Uint8Array {
    const start = this.#take(size);
    return this.#bytes.subarray(start, start + size);
  }

  text(tag: number = this.byte()): string {
    const size = this.size();
    const start = this.#take(size);
    if (tag === Tag.ascii)
      return size <= SHORT ? shortText(this.#bytes, start, size) : latin1Slice(this.#bytes, start, start + size);
    if (tag === Tag.utf8) return utf8Slice(this.#bytes, start, start + size);
    if (tag === Tag.utf16 && size % 2 === 0) return ucs2Slice(this.#bytes, start, start + size);
    throw new DecodeError("text was expected");
  }

  #take(size: number): number {
    const start = this.#at;
    if (size > this.left) throw new DecodeError("the bytes end too early");
    this.#at = start + size;
    return start;
  }
}

const { fromCharCode } = String;

/** Eight, four and two units in one call each: one by one they take twice as long. */
function shortText(b: Uint8Array, start: number, size: number): string {
  let at = start;
  let text = "";
  if ((size & 8) !== 0) {
    text = eight(b, at);
    at += 8;
  }
  if ((size & 4) !== 0) {
    text += four(b, at);
    at += 4;
  }
  if ((size & 2) !== 0) {
    text += fromCharCode(b[at] as number, b[at + 1] as number);
    at += 2;
  }
  return (size & 1) === 0 ? text : text + fromCharCode(b[at] as number);
}

function eight(b: Uint8Array, at: number): string {
  return fromCharCode(
    b[at] as number,
    b[at + 1] as number,
    b[at + 2] as number,
    b[at + 3] as number,
    b[at + 4] as number,
    b[at + 5] as number,
    b[at + 6] as number,
    b[at + 7] as number,
  );
}

function four(b: Uint8Array, at: number): string {
  return fromCharCode(b[at] as number, b[at + 1] as number, b[at + 2] as number, b[at + 3] as number);
}
