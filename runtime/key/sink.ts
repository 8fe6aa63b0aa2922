import { createHash, hash as hashOnce, type Hash } from "node:crypto";
import { codeUnitAt, isWellFormed, utf8Size } from "./primordials.ts";
import { Refusal } from "./refusal.ts";
import { Tag } from "./tags.ts";

const SCRATCH = 64 * 1024;
/** Up to this many code units, a loop over the string is faster than a native write (measured on Node 20: 20 units 26 ns, native 37). */
const SHORT = 32;
/** Bytes beyond this are hashed where they lie, not copied into the scratch. */
const LONG = 4096;

/** Collects the bytes of a key and hashes them; past 64 KiB it hashes as it goes. */
export class Sink {
  readonly #bytes = Buffer.allocUnsafeSlow(SCRATCH);
  readonly #view = new DataView(this.#bytes.buffer);
  #used = 0;
  #flushed = 0;
  #hash: Hash | undefined;
  #limit = Infinity;
  /** The prefix that the bytes begin with, and where it ends: most keys have that of the one before. */
  #prefix: string | undefined;
  #prefixEnd = 0;

  /** Starts a key of at most `limit` bytes, with a byte and, where there is one, a text. */
  begin(limit: number, first: number, prefix?: string): void {
    this.#flushed = 0;
    this.#hash = undefined;
    this.#limit = limit;
    if (prefix !== undefined && prefix === this.#prefix) this.#used = this.#prefixEnd;
    else this.#restart(first, prefix);
  }

  #restart(first: number, prefix: string | undefined): void {
    // Whatever becomes of this one, its bytes are gone.
    this.#prefix = undefined;
    this.#used = 0;
    this.byte(first);
    if (prefix !== undefined) this.text(prefix);
    if (this.#flushed === 0) this.#prefix = prefix;
    this.#prefixEnd = this.#used;
  }

  /** The SHA-256 of all bytes, 64 hexadecimal digits. Throws a Refusal past the limit. */
  end(): string {
    this.#check(0);
    const bytes = new Uint8Array(this.#bytes.buffer, 0, this.#used);
    return this.#hash === undefined ? hashOnce("sha256", bytes, "hex") : this.#hash.update(bytes).digest("hex");
  }

  byte(byte: number): void {
    if (this.#used === SCRATCH) this.#flush();
    this.#bytes[this.#used++] = byte;
  }

  int32(tag: number, value: number): void {
    if (this.#used + 5 > SCRATCH) this.#flush();
    this.#bytes[this.#used] = tag;
    this.#view.setInt32(this.#used + 1, value, true);
    this.#used += 5;
  }

  double(tag: number, value: number): void {
    if (this.#used + 9 > SCRATCH) this.#flush();
    this.#bytes[this.#used] = tag;
    this.#view.setFloat64(this.#used + 1, value, true);
    this.#used += 9;
  }

  /** A count or length: LEB128, so that below 128 it is one byte. */
  size(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.byte((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  /** Tagged text. UTF-8 where it has no lone surrogate, else its UTF-16 code units. */
  text(text: string): void {
    const { length } = text;
    if (length > SHORT || this.#used + 2 + length > SCRATCH || !this.#ascii(text, length)) this.#longText(text);
  }

  /** Raw bytes; their length has to be written before. Not copied where they are many. */
  bytes(bytes: Uint8Array): void {
    const { byteLength } = bytes;
    this.#check(byteLength);
    if (this.#used + byteLength > SCRATCH || byteLength > LONG) this.#flush();
    if (byteLength > LONG) {
      this.#flushed += byteLength;
      this.#stream().update(bytes);
    } else {
      this.#bytes.set(bytes, this.#used);
      this.#used += byteLength;
    }
  }

  #ascii(text: string, length: number): boolean {
    const bytes = this.#bytes;
    const start = this.#used + 2;
    for (let i = 0; i < length; i++) {
      const unit = codeUnitAt(text, i);
      if (unit >= 128) return false;
      bytes[start + i] = unit;
    }
    bytes[start - 2] = Tag.utf8;
    bytes[start - 1] = length;
    this.#used = start + length;
    return true;
  }

  #longText(text: string): void {
    this.#check(text.length);
    const encoding = isWellFormed(text) ? "utf8" : "utf16le";
    const size = encoding === "utf8" ? utf8Size(text) : text.length * 2;
    this.byte(encoding === "utf8" ? Tag.utf8 : Tag.utf16);
    this.size(size);
    this.#check(size);
    if (this.#used + size > SCRATCH) this.#flush();
    if (size > SCRATCH) {
      this.#flushed += size;
      this.#stream().update(text, encoding);
    } else this.#used += this.#bytes.write(text, this.#used, encoding);
  }

  #flush(): void {
    this.#check(0);
    this.#stream().update(this.#bytes.subarray(0, this.#used));
    this.#prefix = undefined;
    this.#flushed += this.#used;
    this.#used = 0;
  }

  #stream(): Hash {
    return (this.#hash ??= createHash("sha256"));
  }

  #check(more: number): void {
    const size = this.#flushed + this.#used + more;
    if (size > this.#limit) throw new Refusal("input-too-large", `more than ${this.#limit} bytes`);
  }
}
