import type { ReasonCode } from "../reasons.ts";
import { describeFailure, Refusal } from "../key/refusal.ts";
import type { Body } from "./bodies.ts";
import { BytesIn } from "./bytes-in.ts";
import { BytesOut } from "./bytes-out.ts";
import { DecodeError } from "./decode-error.ts";
import { Reader } from "./reader.ts";
import { readRoot, readValue } from "./read.ts";
import { CODEC, Tag } from "./tags.ts";
import { writePostponed, writeValue } from "./write.ts";
import { LateContent, noClasses, Writer, type ClassResolver } from "./writer.ts";

export { DecodeError } from "./decode-error.ts";
export type { ClassResolver } from "./writer.ts";

export type EncodeOutcome =
  | { readonly ok: true; readonly codec: number; readonly bytes: Uint8Array }
  | {
      readonly ok: false;
      readonly code: ReasonCode;
      /** `result.rows[3].client`. */
      readonly path: string;
      /** `class instance Socket`. */
      readonly detail: string;
      /** It holds a content that can only be read later: `encodeValueAsync` may succeed. */
      readonly late: boolean;
    };

export interface EncodeOptions {
  /** Objects of the inputs; a result that holds one of them is refused. */
  readonly aliens?: ReadonlySet<object>;
  readonly classes?: ClassResolver;
  /** Bytes. Default 256 MiB. */
  readonly limit?: number;
}

const DEFAULT_LIMIT = 256 * 1024 * 1024;
const spare: Writer[] = [];

/** The bytes that `decodeValue` makes an equal value of, or why there are none. Runs no code of the value. */
export function encodeValue(value: unknown, options: EncodeOptions = {}): EncodeOutcome {
  return encode(value, options, undefined);
}

/**
 * The same for values that hold Blobs, Files, Responses or Requests too: their contents are read. The value itself is
 * read before this function returns, so that the caller may change it after. Never rejects.
 */
export async function encodeValueAsync(value: unknown, options: EncodeOptions = {}): Promise<EncodeOutcome> {
  const bodies: Body[] = [];
  const outcome = encode(value, options, bodies);
  return outcome.ok && bodies.length > 0 ? withBodies(outcome.bytes, bodies, options.limit ?? DEFAULT_LIMIT) : outcome;
}

/**
 * The value of those bytes, made anew and sharing memory with nothing. Throws a DecodeError for bytes that another codec
 * wrote, or that no codec wrote. The bytes may be hostile: they run no code, and name no prototype but of known builtins
 * and of what `classes` finds.
 */
export function decodeValue(
  codec: number,
  bytes: Uint8Array,
  options: { readonly classes?: ClassResolver } = {},
): unknown {
  if (codec !== CODEC) throw new DecodeError(`codec ${codec} is unknown`);
  try {
    return readRoot(new Reader(new BytesIn(bytes), options.classes ?? noClasses, readValue));
  } catch (failure) {
    if (failure instanceof DecodeError) throw failure;
    // Builtins refuse what they are given: a bad pattern, a bad date text, a length beyond reason.
    throw new DecodeError("the bytes are not a value", { cause: failure });
  }
}

function encode(value: unknown, options: EncodeOptions, bodies: Body[] | undefined): EncodeOutcome {
  const w = spare.pop() ?? new Writer(writeValue);
  w.begin(options.classes ?? noClasses, options.aliens, options.limit ?? DEFAULT_LIMIT);
  w.bodies = bodies;
  try {
    writeValue(w, value);
    if (w.postponed.length > 0) writePostponed(w);
    return { ok: true, codec: CODEC, bytes: w.out.end() };
  } catch (failure) {
    return refusal(w, failure);
  } finally {
    w.release();
    spare.push(w);
  }
}

async function withBodies(value: Uint8Array, bodies: readonly Body[], limit: number): Promise<EncodeOutcome> {
  const out = new BytesOut();
  out.begin(limit);
  out.byte(Tag.bodies);
  out.size(bodies.length);
  for (const { content, path } of bodies) {
    const bytes = await content;
    if (bytes === "failed") return { ok: false, code: "value-opaque", path, detail: "a body that failed", late: false };
    if (bytes === "too large" || bytes.byteLength > limit)
      return { ok: false, code: "value-too-large", path, detail: `more than ${limit} bytes`, late: false };
    out.size(bytes.byteLength);
    out.bytes(bytes);
  }
  out.bytes(value);
  return { ok: true, codec: CODEC, bytes: out.end() };
}

function refusal(w: Writer, failure: unknown): EncodeOutcome {
  const path = w.where();
  if (failure instanceof Refusal) {
    return {
      ok: false,
      code: failure.code === "opaque" ? "value-opaque" : failure.code,
      path,
      detail: failure.detail,
      late: failure instanceof LateContent,
    };
  }
  // The stack was nearly full when the result came.
  if (failure instanceof RangeError)
    return { ok: false, code: "value-too-large", path, detail: "no room on the stack", late: false };
  // A program's `Error.prepareStackTrace` runs where a stack is read, and may throw.
  return { ok: false, code: "value-opaque", path, detail: describeFailure(failure), late: false };
}
