import { codeUnitAt, isWellFormed, utf8Size } from "../key/primordials.ts";
import { Refusal } from "../key/refusal.ts";
import { Tag } from "./tags.ts";

const START = 16 * 1024;
/** A buffer that grew beyond this is not kept for the next value. */
const KEPT = 1024 * 1024;
/** Up to this many code units, a loop over the string is faster than a native write. */
const SHORT = 32;

/** The growing bytes of one value. */
export class BytesOut {
  #bytes = Buffer.allocUnsafeSlow(START);
  #view = new DataView(this.#bytes.buffer);
  #used = 0;
  #limit = Infinity;

  begin(limit: number): void {
    this.#used = 0;
    this.#limit = limit;
    if (this.#bytes.length > KEPT) this.#allocate(START);
  }

  /** A copy of all that was written. Throws a Refusal if it is more than the limit. */
  end(): Uint8Array {
    this.#check(this.#used);
    return new Uint8Array(this.#bytes.subarray(0, this.#used));
  }

  byte(byte: number): void {
    if (this.#used === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#used++] = byte;
  }

  int32(tag: number, value: number): void {
    if (this.#used + 5 > this.#bytes.length) this.#grow(5);
    this.#bytes[this.#used] = tag;
    this.#view.setInt32(this.#used + 1, value, true);
    this.#used += 5;
  }

  double(tag: number, value: number): void {
    if (this.#used + 9 > this.#bytes.length) this.#grow(9);
    this.#bytes[this.#used] = tag;
    this.#view.setFloat64(this.#used + 1, value, true);
    this.#used += 9;
  }

  /** A count or length: LEB128. */
  size(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  bytes(bytes: Uint8Array): void {
    const { byteLength } = bytes;
    if (this.#used + byteLength > this.#bytes.length) this.#grow(byteLength);
    this.#bytes.set(bytes, this.#used);
    this.#used += byteLength;
  }

  /** Tagged text: one byte for each unit where all are ASCII, else the shorter of UTF-8 and UTF-16, the latter for lone surrogates. */
  text(text: string): void {
    const { length } = text;
    if (length > SHORT) return this.#longText(text);
    if (this.#used + 2 + length > this.#bytes.length) this.#grow(2 + length);
    const bytes = this.#bytes;
    const start = this.#used + 2;
    for (let i = 0; i < length; i++) {
      const unit = codeUnitAt(text, i);
      if (unit >= 128) return this.#longText(text);
      bytes[start + i] = unit;
    }
    bytes[start - 2] = Tag.ascii;
    bytes[start - 1] = length;
    this.#used = start + length;
  }

  #longText(text: string): void {
    const { length } = text;
    // Before anything that would make a flat text of one that was joined from parts.
    this.#check(this.#used + length);
    const size = utf8Size(text);
    if (size === length) this.#write(Tag.ascii, text, size, "latin1");
    else if (size < length * 2 && isWellFormed(text)) this.#write(Tag.utf8, text, size, "utf8");
    else this.#write(Tag.utf16, text, length * 2, "utf16le");
  }

  #write(tag: number, text: string, size: number, encoding: "latin1" | "utf8" | "utf16le"): void {
    this.byte(tag);
    this.size(size);
    if (this.#used + size > this.#bytes.length) this.#grow(size);
    this.#used += this.#bytes.write(text, this.#used, encoding);
  }

  #grow(more: number): void {
    const needed = this.#used + more;
    this.#check(needed);
    const old = this.#bytes;
    this.#allocate(Math.max(needed, Math.min(old.length * 2, this.#limit)));
    this.#bytes.set(old.subarray(0, this.#used));
  }

  #check(size: number): void {
    if (size > this.#limit) throw new Refusal("value-too-large", `more than ${this.#limit} bytes`);
  }

  #allocate(size: number): void {
    this.#bytes = Buffer.allocUnsafeSlow(size);
    this.#view = new DataView(this.#bytes.buffer);
  }
}
