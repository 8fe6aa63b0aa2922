import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { MAX_ENTRY_BYTES } from "./envelope.ts";
import { codeOf } from "./file-errors.ts";

/** Most entries fit: then one read tells their length, and no `fstat` is needed. */
const scratch = new Uint8Array(65_536);

/** Undefined where there is no such file. Of a file above `limit` only the start, which no envelope check believes. */
export function readWhole(path: string, limit: number = MAX_ENTRY_BYTES): Uint8Array | undefined {
  const file = openExisting(path);
  if (file === undefined) return undefined;
  try {
    const length = readSync(file, scratch, 0, scratch.byteLength, null);
    const start = scratch.slice(0, length);
    return length < scratch.byteLength ? start : readRest(file, start, limit);
  } finally {
    closeSync(file);
  }
}

function readRest(file: number, start: Uint8Array, limit: number): Uint8Array {
  const { size } = fstatSync(file);
  if (size > limit) return start;
  const whole = new Uint8Array(Math.max(size, start.byteLength));
  whole.set(start);
  let at = start.byteLength;
  for (;;) {
    const length = readSync(file, whole, at, whole.byteLength - at, null);
    at += length;
    if (length === 0 || at === whole.byteLength) return whole.subarray(0, at);
  }
}

function openExisting(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
