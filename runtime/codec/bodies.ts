/** Contents that can only be read later: of Blobs, and of the bodies of Responses and Requests. */
import type { ReadableStream } from "node:stream/web";
import { invokeWeb, readWeb } from "../key/web.ts";

/** What came of reading a content. */
export type Content = Uint8Array | "too large" | "failed";

/** A content that is being read, and where in the value it belongs, for messages. */
export interface Body {
  readonly content: Promise<Content>;
  readonly path: string;
}

/** Reads a Blob; of at most `limit` bytes. */
export async function readBlob(blob: object, limit: number): Promise<Content> {
  const size = readWeb(blob, "Blob", "size");
  if (size.ok && (size.value as number) > limit) return "too large";
  const read = invokeWeb(blob, "Blob", "arrayBuffer");
  if (!read.ok) return "failed";
  return new Uint8Array(await (read.value as Promise<ArrayBuffer>));
}

/**
 * Reads the body of a clone, so that the original can still be read by its owner. The clone is taken at once. Null if there
 * is no body, `used` if it was read before.
 */
export function cloneBody(
  message: object,
  base: "Response" | "Request",
  limit: number,
): Promise<Content> | null | "used" {
  const body = readWeb(message, base, "body");
  if (body.ok && body.value === null) return null;
  const used = readWeb(message, base, "bodyUsed");
  const clone = used.ok && used.value === false ? invokeWeb(message, base, "clone") : undefined;
  if (clone?.ok !== true) return "used"; // A body that somebody is reading cannot be cloned.
  const stream = readWeb(clone.value as object, base, "body");
  return stream.ok ? drain(stream.value as ReadableStream<Uint8Array>, limit) : "used";
}

async function drain(stream: ReadableStream<Uint8Array>, limit: number): Promise<Content> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > limit) {
      // Not awaited: a clone is cancelled only once its original is, too. That its source fails then is no news to anybody.
      reader.cancel().catch(() => "failed");
      return "too large";
    }
    chunks.push(next.value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
