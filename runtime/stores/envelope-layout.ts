import type { Entry } from "./entry.ts";

/*
 * Where the fields of an envelope stand. Numbers are little-endian. Nothing here believes a length that does not fit
 * the bytes at hand; `envelope.ts` checks the sums before it reads fields. See `docs/envelope-format.md`.
 */

export const FORMAT_VERSION = 1;
export const CHECKSUM_BYTES = 32;
const SIGNATURE_BYTES = 32;
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

/** Whether the lengths within fit the length at hand. Says nothing about the contents. */
export function shapeOf(sealed: Buffer): "whole" | "corrupt" | "foreign-version" {
  if (sealed.byteLength < HEADER_BYTES + CHECKSUM_BYTES || sealed.readUInt32LE(at.magic) !== MAGIC) return "corrupt";
  if (sealed[at.version] !== FORMAT_VERSION) return "foreign-version";
  const whole = checkedEnd(sealed) + CHECKSUM_BYTES + (isSigned(sealed) ? SIGNATURE_BYTES : 0);
  return whole === sealed.byteLength && sealed.readDoubleLE(at.valueBytes) >= 0 ? "whole" : "corrupt";
}

/** Where the bytes that the checksum covers end. */
export function checkedEnd(sealed: Buffer): number {
  return (
    HEADER_BYTES +
    sealed.readDoubleLE(at.valueBytes) +
    sealed.readUInt32LE(at.targetBytes) +
    sealed.readUInt32LE(at.digestBytes)
  );
}

export function signature(sealed: Buffer): Uint8Array | undefined {
  return isSigned(sealed) ? sealed.subarray(sealed.byteLength - SIGNATURE_BYTES) : undefined;
}

export function keyOf(sealed: Buffer): string {
  return sealed.toString("hex", at.key, HEADER_BYTES);
}

export function compressionOf(sealed: Buffer): number {
  return sealed.readUInt8(at.flags) >> COMPRESSION_SHIFT;
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
export function valueOf(sealed: Buffer): Uint8Array {
  return new Uint8Array(sealed.buffer, sealed.byteOffset + HEADER_BYTES, sealed.readDoubleLE(at.valueBytes));
}

export function read(sealed: Buffer, value: Uint8Array): Entry {
  const flags = sealed.readUInt8(at.flags);
  const target = HEADER_BYTES + sealed.readDoubleLE(at.valueBytes);
  const digest = target + sealed.readUInt32LE(at.targetBytes);
  return {
    codec: sealed.readUInt16LE(at.codec),
    value,
    promised: (flags & PROMISED) !== 0,
    createdAt: sealed.readDoubleLE(at.createdAt),
    duration: sealed.readDoubleLE(at.duration),
    expiresAt: (flags & EXPIRES) === 0 ? undefined : sealed.readDoubleLE(at.expiresAt),
    target: sealed.toString("utf8", target, digest),
    codeDigest: sealed.toString("utf8", digest, checkedEnd(sealed)),
  };
}

function flagsOf(entry: Entry, payload: Payload): number {
  return (
    (entry.promised ? PROMISED : 0) | (payload.signed ? SIGNED : 0) | (entry.expiresAt === undefined ? 0 : EXPIRES)
  );
}

function isSigned(sealed: Buffer): boolean {
  return (sealed.readUInt8(at.flags) & SIGNED) !== 0;
}
