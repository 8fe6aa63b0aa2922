import type { Entry } from "./entry.ts";
import { numbersOf } from "../numbers.ts";
import { hexSlice } from "../slices.ts";

/*
 * Where the fields of an envelope stand. Numbers are little-endian. Nothing here believes a length that does not fit
 * the bytes at hand; `envelope.ts` checks the sums before it reads fields. See `docs/envelope-format.md`.
 */

export const FORMAT_VERSION = 1;
export const CHECKSUM_BYTES = 32;
export const SIGNATURE_BYTES = 32;
export const HEADER_BYTES = 88;
/** `ÿAC` and a line feed: no text file starts so, and a transfer that rewrites line ends is noticed. */
const MAGIC = 0x0a_43_41_ff;

const at = {
  magic: 0,
  version: 4,
  flags: 5,
  codec: 6,
  valueBytes: 8,
  expandedBytes: 16,
  targetBytes: 24,
  digestBytes: 28,
  createdAt: 32,
  duration: 40,
  expiresAt: 48,
  key: 56,
} as const;

const PROMISED = 1;
const SIGNED = 2;
const EXPIRES = 4;
const COMPRESSION_SHIFT = 4;

export interface Payload {
  readonly value: Uint8Array;
  readonly compression: number;
  readonly signed: boolean;
}

/** An envelope with room for its sums. */
export function write(key: string, entry: Entry, payload: Payload): Buffer {
  const { value, compression, signed } = payload;
  const targetBytes = Buffer.byteLength(entry.target);
  const digestBytes = Buffer.byteLength(entry.codeDigest);
  const checked = HEADER_BYTES + value.byteLength + targetBytes + digestBytes;
  const sealed = Buffer.allocUnsafe(checked + CHECKSUM_BYTES + (signed ? SIGNATURE_BYTES : 0));
  sealed.writeUInt32LE(MAGIC, at.magic);
  sealed[at.version] = FORMAT_VERSION;
  sealed[at.flags] = flagsOf(entry, payload) | (compression << COMPRESSION_SHIFT);
  sealed.writeUInt16LE(entry.codec, at.codec);
  sealed.writeDoubleLE(value.byteLength, at.valueBytes);
  sealed.writeDoubleLE(entry.value.byteLength, at.expandedBytes);
  sealed.writeUInt32LE(targetBytes, at.targetBytes);
  sealed.writeUInt32LE(digestBytes, at.digestBytes);
  sealed.writeDoubleLE(entry.createdAt, at.createdAt);
  sealed.writeDoubleLE(entry.duration, at.duration);
  sealed.writeDoubleLE(entry.expiresAt ?? 0, at.expiresAt);
  if (sealed.write(key, at.key, HEADER_BYTES - at.key, "hex") !== HEADER_BYTES - at.key)
    throw new RangeError("A key has 64 hex digits");
  sealed.set(value, HEADER_BYTES);
  sealed.write(entry.target, HEADER_BYTES + value.byteLength, "utf8");
  sealed.write(entry.codeDigest, HEADER_BYTES + value.byteLength + targetBytes, "utf8");
  return sealed;
}

/** What the first bytes of an envelope claim. */
export interface Head {
  readonly flags: number;
  /** Of the value as it is kept. */
  readonly valueBytes: number;
  readonly targetBytes: number;
  /** Where the bytes that the checksum covers end. */
  readonly end: number;
}

/** Refused where the lengths within do not fit the length at hand. Says nothing about the contents. */
export function readHead(sealed: Buffer): Head | "corrupt" | "foreign-version" {
  const { byteLength, byteOffset } = sealed;
  if (byteLength < HEADER_BYTES + CHECKSUM_BYTES) return "corrupt";
  const numbers = numbersOf(sealed);
  if (numbers.getUint32(byteOffset + at.magic, true) !== MAGIC) return "corrupt";
  if (sealed[at.version] !== FORMAT_VERSION) return "foreign-version";
  const flags = numbers.getUint8(byteOffset + at.flags);
  const valueBytes = numbers.getFloat64(byteOffset + at.valueBytes, true);
  const targetBytes = numbers.getUint32(byteOffset + at.targetBytes, true);
  const end = HEADER_BYTES + valueBytes + targetBytes + numbers.getUint32(byteOffset + at.digestBytes, true);
  const whole = end + CHECKSUM_BYTES + ((flags & SIGNED) === 0 ? 0 : SIGNATURE_BYTES);
  return whole === byteLength && valueBytes >= 0 ? { flags, valueBytes, targetBytes, end } : "corrupt";
}

export function signature(sealed: Buffer, { flags }: Head): Uint8Array | undefined {
  return (flags & SIGNED) === 0 ? undefined : sealed.subarray(sealed.byteLength - SIGNATURE_BYTES);
}

export function keyOf(sealed: Buffer): string {
  return hexSlice(sealed, at.key, HEADER_BYTES);
}

export function compressionOf({ flags }: Head): number {
  return flags >> COMPRESSION_SHIFT;
}

export function expandedBytes(sealed: Buffer): number {
  return sealed.readDoubleLE(at.expandedBytes);
}

/** Of a header alone, checked for nothing but its magic and version: good for pruning only. */
export function expiryOf(header: Buffer): number | undefined {
  const isOurs = header.readUInt32LE(at.magic) === MAGIC && header[at.version] === FORMAT_VERSION;
  return isOurs && (header.readUInt8(at.flags) & EXPIRES) !== 0 ? header.readDoubleLE(at.expiresAt) : undefined;
}

/** The value as it was stored, a view on `sealed`. */
export function valueOf(sealed: Buffer, { valueBytes }: Pick<Head, "valueBytes">): Uint8Array {
  return new Uint8Array(sealed.buffer, sealed.byteOffset + HEADER_BYTES, valueBytes);
}

/** The entry of an envelope that was checked. Its names, which no hit needs, are made when somebody asks for them. */
export class SealedEntry implements Entry {
  readonly codec: number;
  readonly value: Uint8Array;
  readonly promised: boolean;
  readonly createdAt: number;
  readonly duration: number;
  readonly expiresAt: number | undefined;
  readonly #sealed: Buffer;
  readonly #head: Head;

  constructor(sealed: Buffer, head: Head, value: Uint8Array) {
    const numbers = numbersOf(sealed);
    const start = sealed.byteOffset;
    this.codec = numbers.getUint16(start + at.codec, true);
    this.value = value;
    this.promised = (head.flags & PROMISED) !== 0;
    this.createdAt = numbers.getFloat64(start + at.createdAt, true);
    this.duration = numbers.getFloat64(start + at.duration, true);
    this.expiresAt = (head.flags & EXPIRES) === 0 ? undefined : numbers.getFloat64(start + at.expiresAt, true);
    this.#sealed = sealed;
    this.#head = head;
  }

  get target(): string {
    const start = HEADER_BYTES + this.#head.valueBytes;
    return this.#sealed.toString("utf8", start, start + this.#head.targetBytes);
  }

  get codeDigest(): string {
    const { valueBytes, targetBytes, end } = this.#head;
    return this.#sealed.toString("utf8", HEADER_BYTES + valueBytes + targetBytes, end);
  }
}

function flagsOf(entry: Entry, payload: Payload): number {
  return (
    (entry.promised ? PROMISED : 0) | (payload.signed ? SIGNED : 0) | (entry.expiresAt === undefined ? 0 : EXPIRES)
  );
}
