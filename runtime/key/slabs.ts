/**
 * Small Buffers lie in slabs that they share with strangers: Node's pool, and on Node 20 and 22 the chunks of zlib. What
 * lies around such a window is no part of the value: it differs from call to call, and may be somebody's secret.
 */
import * as workers from "node:worker_threads";
import { bufferResizable, bufferSize, getPrototypeOf, ownKeys, type ViewParts } from "./primordials.ts";

/** Sizes of `Buffer.poolSize`: 8 KiB, from Node 24 on 64 KiB, from Node 26 on with 64 bytes for alignment. */
const poolSizes: ReadonlySet<number> = new Set([8192, 65536, 65600]);
/** From Node 21 on it tells the pool, which Node marks so that nobody transfers it. */
const isMarked: unknown = Reflect.get(workers, "isMarkedAsUntransferable");

/** Slabs that stand in stored values for the original ones. */
const made = new WeakSet<ArrayBufferLike>();

/** A slab of so many bytes for windows that were stored. */
export function makeSlab(size: number): ArrayBuffer {
  const slab = new ArrayBuffer(size);
  made.add(slab);
  return slab;
}

/** Whether a buffer is Node's pool of small Buffers, or a slab made for what lay there. */
export function isSlab(buffer: ArrayBufferLike): boolean {
  if (made.has(buffer)) return true;
  const size = bufferSize(buffer);
  if (!poolSizes.has(size) && size !== Buffer.poolSize) return false;
  if (ownKeys(buffer).length > 0 || bufferResizable(buffer)) return false;
  return typeof isMarked === "function" ? isMarked(buffer) === true : isSkippedByTransfer(buffer);
}

const NODE_MAJOR = Number.parseInt(process.versions.node, 10);
/** `zlib.constants.Z_DEFAULT_CHUNK`. */
const ZLIB_CHUNK = 16384;

/** Whether a Buffer is the used part of a chunk of zlib, whose rest is memory that was never written. From Node 24 on they are in the pool. */
export function isZlibChunk(view: object, { buffer, byteOffset, byteLength }: ViewParts): boolean {
  return (
    NODE_MAJOR < 24 &&
    getPrototypeOf(view) === Buffer.prototype &&
    byteOffset === 0 &&
    byteLength < ZLIB_CHUNK &&
    bufferSize(buffer) === ZLIB_CHUNK
  );
}

/**
 * Node 20 leaves marked buffers out of a transfer list silently, and refuses any other buffer that is listed twice before
 * it detaches a thing (`node_messaging.cc`, `Message::Serialize`).
 */
function isSkippedByTransfer(buffer: ArrayBufferLike): boolean {
  try {
    structuredClone(null, { transfer: [buffer as ArrayBuffer, buffer as ArrayBuffer] });
    return true;
  } catch {
    return false; // DataCloneError: listed twice, so it is an ordinary buffer.
  }
}

export function isDetached(buffer: ArrayBufferLike): boolean {
  if (bufferSize(buffer) > 0) return false;
  try {
    return new Uint8Array(buffer).length !== 0;
  } catch {
    return true; // TypeError: a view of a detached buffer.
  }
}
