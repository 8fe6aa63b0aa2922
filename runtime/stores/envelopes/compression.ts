import type * as Zlib from "node:zlib";

/** Numbers as they stand in envelopes. Never given to another method. */
export const DEFLATE = 1;
export const ZSTD = 2;
export type Compression = typeof DEFLATE | typeof ZSTD;

export type Decompressed =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly why: "corrupt" | "foreign-version" };

type OneShot = (bytes: Uint8Array, options?: { maxOutputLength?: number }) => Buffer;

/** Node 22.15 and 23.8 have the ones for zstd, 20 does not (nodejs.org/api/zlib.html#zlibzstdcompresssyncbuffer-options). */
interface MaybeZstd {
  readonly zstdCompressSync?: OneShot;
  readonly zstdDecompressSync?: OneShot;
}

/** Loading it takes 0.4 ms, and few programs have values that are compressed. */
function zlib(): typeof Zlib & MaybeZstd {
  return process.getBuiltinModule("node:zlib");
}

/** What zlib offers at its fastest: 868 kB of JSON-like data to a seventh, about 5 ms. */
const DEFLATE_LEVEL = 1;

/** `method` 0 and the same bytes where they are shorter than `from` or would not become smaller. */
export function compress(bytes: Uint8Array, from: number | undefined): { method: 0 | Compression; bytes: Uint8Array } {
  if (from === undefined || bytes.byteLength < from) return { method: 0, bytes };
  const { zstdCompressSync, deflateRawSync } = zlib();
  const method = zstdCompressSync === undefined ? DEFLATE : ZSTD;
  const smaller = zstdCompressSync?.(bytes) ?? deflateRawSync(bytes, { level: DEFLATE_LEVEL });
  return smaller.byteLength < bytes.byteLength ? { method, bytes: smaller } : { method: 0, bytes };
}

export function isCompression(method: number): method is Compression {
  return method === DEFLATE || method === ZSTD;
}

/** Never makes more than `size` bytes, whatever the input claims. */
export function decompress(bytes: Uint8Array, method: Compression, size: number): Decompressed {
  const expand: OneShot | undefined = method === DEFLATE ? zlib().inflateRawSync : zlib().zstdDecompressSync;
  if (expand === undefined) return { ok: false, why: "foreign-version" };
  try {
    const expanded = expand(bytes, { maxOutputLength: Math.max(size, 1) });
    return expanded.byteLength === size ? { ok: true, bytes: expanded } : { ok: false, why: "corrupt" };
  } catch {
    return { ok: false, why: "corrupt" };
  }
}
