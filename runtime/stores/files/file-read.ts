import { closeSync, constants, fstatSync, openSync, readSync, statSync } from "node:fs";
import { MAX_ENTRY_BYTES } from "../envelopes/envelope.ts";
import { codeOf } from "./file-errors.ts";

/** Memory into which files are read, one after the other: small entries are given as they lie there, and are not copied. */
const SLAB_BYTES = 65_536;
/** Where less is left, a new slab is begun. */
const ROOM_BYTES = 8_192;
let slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
let used = 0;

/** Whether the last file that was asked for was there: many new calls come in a row, and so do many known ones. */
let wasThere = true;

/** Undefined where there is no such file. Of a file above `limit` only the start, which no envelope check believes. */
export function readWhole(path: string, limit: number = MAX_ENTRY_BYTES): Uint8Array | undefined {
  const file = openExisting(path);
  if (file === undefined) return undefined;
  try {
    if (SLAB_BYTES - used < ROOM_BYTES) beginSlab();
    // Most entries fit: then one read tells their length, and no `fstat` is needed.
    const room = SLAB_BYTES - used;
    const length = readSync(file, slab, used, room, null);
    return length < room ? take(length) : readRest(file, slab.subarray(used), limit);
  } finally {
    closeSync(file);
  }
}

function beginSlab(): void {
  slab = Buffer.allocUnsafeSlow(SLAB_BYTES);
  used = 0;
}

function take(length: number): Uint8Array {
  const bytes = new Uint8Array(slab.buffer, used, length);
  used += length;
  return bytes;
}

/** `start`: what was read into the slab, where it is written over. */
function readRest(file: number, start: Uint8Array, limit: number): Uint8Array {
  const { size } = fstatSync(file);
  if (size > limit) return new Uint8Array(start);
  const whole = new Uint8Array(Math.max(size, start.byteLength));
  whole.set(start);
  let at = start.byteLength;
  for (;;) {
    const length = readSync(file, whole, at, whole.byteLength - at, null);
    at += length;
    if (length === 0 || at === whole.byteLength) return whole.subarray(0, at);
  }
}

/** To open what is not there takes three times as long as to look for it (8.2 µs against 2.6 on Node 20). */
function openExisting(path: string): number | undefined {
  if (!wasThere && statSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
  try {
    const file = openSync(path, constants.O_RDONLY);
    wasThere = true;
    return file;
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
    wasThere = false;
    return undefined;
  }
}
