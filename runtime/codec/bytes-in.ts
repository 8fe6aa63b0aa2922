import { DecodeError } from "./decode-error.ts";
import { Tag } from "./tags.ts";

/** Up to this many bytes, a loop is faster than a native slice. */
const SHORT = 12;

/** Methods of Buffer that its types do not tell, and that spare `toString` its checks. */
interface Slices {
  latin1Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
  ucs2Slice(start: number, end: number): string;
}

/** Bytes to be read in order. Every read checks its bounds: the bytes may be hostile. */
export class BytesIn {
  readonly #bytes: Buffer & Slices;
  /** Made for the first number that is no small integer. */
  #view: DataView | undefined;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) as Buffer & Slices;
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
    return this.#numbers().getInt32(this.#take(4), true);
  }

  double(): number {
    return this.#numbers().getFloat64(this.#take(8), true);
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
      return size <= SHORT ? this.#shortText(start, size) : this.#bytes.latin1Slice(start, start + size);
    if (tag === Tag.utf8) return this.#bytes.utf8Slice(start, start + size);
    if (tag === Tag.utf16 && size % 2 === 0) return this.#bytes.ucs2Slice(start, start + size);
    throw new DecodeError("text was expected");
  }

  #numbers(): DataView {
    return (this.#view ??= new DataView(this.#bytes.buffer, this.#bytes.byteOffset, this.#bytes.byteLength));
  }

  #shortText(start: number, size: number): string {
    let text = "";
    for (let i = start; i < start + size; i++) text += String.fromCharCode(this.#bytes[i] as number);
    return text;
  }

  #take(size: number): number {
    const start = this.#at;
    if (size > this.left) throw new DecodeError("the bytes end too early");
    this.#at = start + size;
    return start;
  }
}
