import type { Entry, EntryNames, HeldEntry } from "../entry.ts";
import { numbersOf } from "../../numbers.ts";
import { hexSlice, utf8Slice } from "../../slices.ts";

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
export function readHead(sealed: Uint8Array): Head | "corrupt" | "foreign-version" {
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

export function signature(sealed: Uint8Array, { flags }: Head): Uint8Array | undefined {
  return (flags & SIGNED) === 0 ? undefined : sealed.subarray(sealed.byteLength - SIGNATURE_BYTES);
}

export function keyOf(sealed: Uint8Array): string {
  return hexSlice(sealed, at.key, HEADER_BYTES);
}

export function compressionOf({ flags }: Head): number {
  return flags >> COMPRESSION_SHIFT;
}

export function expandedBytes(sealed: Uint8Array): number {
  return numbersOf(sealed).getFloat64(sealed.byteOffset + at.expandedBytes, true);
}

/** Of a header alone, checked for nothing but its magic and version: good for pruning only. */
export function expiryOf(header: Buffer): number | undefined {
  const isOurs = header.readUInt32LE(at.magic) === MAGIC && header[at.version] === FORMAT_VERSION;
  return isOurs && (header.readUInt8(at.flags) & EXPIRES) !== 0 ? header.readDoubleLE(at.expiresAt) : undefined;
}

/** The value as it was stored, a view on `sealed`. */
export function valueOf(sealed: Uint8Array, { valueBytes }: Pick<Head, "valueBytes">): Uint8Array {
  return new Uint8Array(sealed.buffer, sealed.byteOffset + HEADER_BYTES, valueBytes);
}

/** What an answer needs of an envelope that was checked. `value`: as it was before it was compressed. */
export function heldEntry(sealed: Uint8Array, { flags }: Head, value: Uint8Array): HeldEntry {
  const numbers = numbersOf(sealed);
  const start = sealed.byteOffset;
  return {
    codec: numbers.getUint16(start + at.codec, true),
    value,
    promised: (flags & PROMISED) !== 0,
    createdAt: numbers.getFloat64(start + at.createdAt, true),
    duration: numbers.getFloat64(start + at.duration, true),
    expiresAt: (flags & EXPIRES) === 0 ? undefined : numbers.getFloat64(start + at.expiresAt, true),
  };
}

export function names(sealed: Uint8Array, { valueBytes, targetBytes, end }: Head): EntryNames {
  const target = HEADER_BYTES + valueBytes;
  const digest = target + targetBytes;
  return { target: utf8Slice(sealed, target, digest), codeDigest: utf8Slice(sealed, digest, end) };
}

function flagsOf(entry: Entry, payload: Payload): number {
  return (
    (entry.promised ? PROMISED : 0) | (payload.signed ? SIGNED : 0) | (entry.expiresAt === undefined ? 0 : EXPIRES)
  );
}
