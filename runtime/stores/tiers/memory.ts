import type { HeldEntry } from "../entry.ts";

/** Entries that were checked already, in front of the stores of a thread. Holds bytes, never live objects. */
export interface Memory {
  get(key: string): HeldEntry | undefined;
  set(key: string, entry: HeldEntry): void;
  delete(key: string): boolean;
  clear(): void;
  /** An estimate of what is held, in bytes. */
  readonly bytes: number;
}

/** 64 MiB. */
export const MEMORY_BYTES = 67_108_864;

/** What an entry costs besides its value: two strings of 64 and about 40 characters, the object, its place in a map. */
const OVERHEAD_BYTES = 400;

/**
 * Drops the least recently used half when `maxBytes` is reached: a hit is then one look into a map, where an exact
 * order of use would cost a deletion and an insertion each time (0.05 against 0.2 µs on Node 20).
 * `maxBytes` 0 keeps nothing.
 */
export function createMemory(maxBytes: number = MEMORY_BYTES): Memory {
  const half = maxBytes / 2;
  let recent = new Map<string, HeldEntry>();
  let older = new Map<string, HeldEntry>();
  let recentBytes = 0;
  let olderBytes = 0;

  const add = (key: string, entry: HeldEntry, size: number): void => {
    if (recentBytes + size > half) {
      older = recent;
      olderBytes = recentBytes;
      recent = new Map();
      recentBytes = 0;
    }
    recent.set(key, entry);
    recentBytes += size;
  };

  const remove = (key: string): boolean => {
    const inRecent = recent.get(key);
    const inOlder = older.get(key);
    if (inRecent !== undefined) recentBytes -= sizeOf(inRecent);
    if (inOlder !== undefined) olderBytes -= sizeOf(inOlder);
    return [recent.delete(key), older.delete(key)].includes(true);
  };

  return {
    get(key) {
      const found = recent.get(key);
      if (found !== undefined) return found;
      const aged = older.get(key);
      if (aged === undefined) return undefined;
      remove(key);
      const kept = alone(aged);
      add(key, kept, sizeOf(kept));
      return kept;
    },
    set(key, entry) {
      if (recent.has(key) || older.has(key)) remove(key);
      const size = sizeOf(entry);
      if (size <= half) add(key, entry, size);
    },
    delete: remove,
    clear() {
      recent.clear();
      older.clear();
      recentBytes = olderBytes = 0;
    },
    get bytes() {
      return recentBytes + olderBytes;
    },
  };
}

/** Small values lie in slabs with what was read beside them, which they would keep alive when that has gone. */
function alone(entry: HeldEntry): HeldEntry {
  const { value } = entry;
  return value.buffer.byteLength > 2 * value.byteLength ? { ...entry, value: new Uint8Array(value) } : entry;
}

function sizeOf(entry: HeldEntry): number {
  return OVERHEAD_BYTES + entry.value.byteLength;
}
