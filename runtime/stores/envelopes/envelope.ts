import { createHmac, createSecretKey, hash, timingSafeEqual } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { compress, decompress, isCompression } from "./compression.ts";
import type { Entry, EntryNames, HeldEntry } from "../entry.ts";
import * as layout from "./envelope-layout.ts";
import { hexSlice } from "../../slices.ts";

/** Why bytes from a store were not believed. */
export type Refusal =
  /** Not an envelope, or not whole: magic, lengths or checksum are wrong. */
  | "corrupt"
  /** Written by a version of the format, or by a method of compression, that this process cannot read. */
  | "foreign-version"
  /** A whole envelope that was sealed for another key. */
  | "wrong-key"
  /** A signature is asked for and there is none. */
  | "unsigned"
  | "bad-signature"
  | "too-large";

export type Opened = { readonly ok: true; readonly entry: HeldEntry } | { readonly ok: false; readonly why: Refusal };

export interface SealOptions {
  readonly secret?: KeyObject | undefined;
  /** Values of at least this many bytes are compressed where that makes them smaller. Default: never. */
  readonly compressFrom?: number | undefined;
}

export interface OpenOptions {
  /** Set: an entry counts only with a signature made by the same secret. */
  readonly secret?: KeyObject | undefined;
  /** Refuses what is not signed even where there is no secret, and so everything then. */
  readonly strict?: boolean | undefined;
  /** Bytes, of the envelope and of the value that it holds. Default `MAX_ENTRY_BYTES`. */
  readonly limit?: number | undefined;
}

/** 256 MiB. Redis refuses values above 512 MB. */
export const MAX_ENTRY_BYTES = 268_435_456;

const SIGNED_TEXT = "astrocache envelope 1\n";

/** What `ASTROCACHE_SECRET` becomes, once for each process. */
export function signingKey(secret: string): KeyObject {
  return createSecretKey(Buffer.from(secret, "utf8"));
}

/** Makes the bytes that stores keep. `key`: 64 lower-case hex digits. The layout is in `docs/envelope-format.md`. */
export function seal(key: string, entry: Entry, options: SealOptions = {}): Uint8Array {
  const { method, bytes } = compress(entry.value, options.compressFrom);
  const signed = options.secret !== undefined;
  const sealed = layout.write(key, entry, { value: bytes, compression: method, signed });
  const end = sealed.byteLength - layout.CHECKSUM_BYTES - (signed ? layout.SIGNATURE_BYTES : 0);
  const checksum = hash("sha256", sealed.subarray(0, end), "hex");
  sealed.write(checksum, end, layout.CHECKSUM_BYTES, "hex");
  if (options.secret !== undefined) sign(checksum, options.secret).copy(sealed, end + layout.CHECKSUM_BYTES);
  return sealed;
}

/** Checks bytes from a store, and reads them only then. The value is a view on `bytes` unless it was compressed. */
export function open(key: string, bytes: Uint8Array, options: OpenOptions = {}): Opened {
  const limit = options.limit ?? MAX_ENTRY_BYTES;
  if (bytes.byteLength > limit) return refuse("too-large");
  const head = layout.readHead(bytes);
  if (typeof head === "string") return refuse(head);
  const { end } = head;
  const checksum = hash("sha256", new Uint8Array(bytes.buffer, bytes.byteOffset, end), "hex");
  if (checksum !== hexSlice(bytes, end, end + layout.CHECKSUM_BYTES)) return refuse("corrupt");
  const distrust = checkSignature(checksum, layout.signature(bytes, head), options);
  if (distrust !== undefined) return refuse(distrust);
  if (layout.keyOf(bytes) !== key) return refuse("wrong-key");
  const compression: number = layout.compressionOf(head);
  const stored = layout.valueOf(bytes, head);
  if (compression === 0) return { ok: true, entry: layout.heldEntry(bytes, head, stored) };
  if (!isCompression(compression)) return refuse("foreign-version");
  const size = layout.expandedBytes(bytes);
  if (!(size <= limit)) return refuse("too-large");
  const value = decompress(stored, compression, size);
  return value.ok ? { ok: true, entry: layout.heldEntry(bytes, head, value.bytes) } : refuse(value.why);
}

/** Of bytes that `open` believed. No hit needs them. */
export function namesOf(bytes: Uint8Array): EntryNames {
  const head = layout.readHead(bytes);
  if (typeof head === "string") throw new RangeError(`The bytes are no envelope: ${head}`);
  return layout.names(bytes, head);
}

function checkSignature(checksum: string, found: Uint8Array | undefined, options: OpenOptions): Refusal | undefined {
  const { secret, strict } = options;
  if (secret === undefined) return strict === true ? "unsigned" : undefined;
  if (found === undefined) return "unsigned";
  return timingSafeEqual(sign(checksum, secret), found) ? undefined : "bad-signature";
}

/** Over the checksum, which is over the rest: large values are hashed once. */
function sign(checksum: string, secret: KeyObject): Buffer {
  return createHmac("sha256", secret).update(SIGNED_TEXT).update(checksum, "hex").digest();
}

function refuse(why: Refusal): Opened {
  return { ok: false, why };
}
