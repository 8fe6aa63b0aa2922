import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "../files/file-errors.ts";
import { isOwn } from "../folder.ts";
import { compactLines, removeOlder } from "./line-compaction.ts";
import { type Line, lineOf, readLines, valueOf } from "./line-format.ts";

/**
 * What was worked out once, by what it depends on (facts of texts, rewritten texts, hashes of files), in one file: opened in one read,
 * extended by appends that many processes make at once, each of which is one write of a whole line, and cut by one of them when it
 * has grown past its bound. What is torn, damaged or foreign fails its check and counts as not there; what another process
 * cuts away meanwhile is missed, and made again.
 */
export interface LineFile {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  /** Has later `get`s see what other threads and processes have appended. */
  refresh(): void;
}

/** To read so much takes 15 ms. */
const LEAST_BOUND = 32 * 1024 * 1024;

export interface LineFileOptions {
  /** Bytes up to which a file is left alone. A program that uses more than half of it has a file of twice what it uses. Default: 32 MB. */
  readonly leastBound?: number;
  /** Values that were read are not kept in memory: whoever asks does so once. Default: false. */
  readonly isReadOnce?: boolean;
}

/** `warn` is called once if the folder cannot be used; everything then stays in memory. */
export function openLineFile(
  path: string,
  warn: (message: string) => void,
  { leastBound = LEAST_BOUND, isReadOnce = false }: LineFileOptions = {},
): LineFile {
  const lines = new Map<string, Line>();
  const values = new Map<string, unknown>();
  const used = new Set<string>();
  const tail = createTail(path);
  let isOpen = false;
  let usedBytes = 0;
  let isBroken = false;

  const guarded = (action: () => void): void => {
    if (isBroken) return;
    try {
      action();
    } catch (error) {
      isBroken = true;
      warn(`${path} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const refresh = (): void => {
    isOpen = true;
    guarded(() =>
      tail.read((key, line) => {
        values.delete(key);
        lines.set(key, line);
      }),
    );
  };
  const use = (key: string, bytes: number): void => {
    if (!used.has(key)) usedBytes += bytes;
    used.add(key);
  };

  return {
    get(key) {
      if (!isOpen) refresh();
      if (values.has(key)) return values.get(key);
      const line = lines.get(key);
      if (line === undefined) return undefined;
      const found = valueOf(line);
      if (found === undefined) {
        lines.delete(key);
        return undefined;
      }
      use(key, line.end - line.start);
      if (!isReadOnce) values.set(key, found.value);
      return found.value;
    },
    set(key, value) {
      const line = lineOf(key, JSON.stringify(value));
      use(key, line.length);
      values.set(key, value);
      guarded(() => {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        appendFileSync(path, `\n${line}\n`, { mode: 0o600 });
        const size = sizeOf(path);
        const bound = Math.max(leastBound, 2 * usedBytes);
        if (size > bound) compactLines(path, (other) => used.has(other), bound / 2);
        if (size <= Buffer.byteLength(line) + 2) removeOlder(path);
      });
    },
    refresh,
  };
}

/** Reads what was appended to a file since the last look; all of it, where another one has taken its place. */
function createTail(path: string): { read(found: (key: string, line: Line) => void): void } {
  let file = -1;
  let position = 0;
  return {
    read(found) {
      const descriptor = openIfThere(path);
      if (descriptor === undefined) return;
      try {
        const stats = fstatSync(descriptor);
        if (!isOwn(stats)) throw new Error("another user has written it, or could have");
        const { ino, size } = stats;
        if (ino !== file || size < position) position = 0;
        file = ino;
        if (size > position) position += readLines(readRange(descriptor, position, size), found);
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

function readRange(descriptor: number, start: number, end: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(end - start);
  let done = 0;
  for (let count = -1; count !== 0 && done < bytes.length; done += count)
    count = readSync(descriptor, bytes, done, bytes.length - done, start + done);
  return bytes.subarray(0, done);
}

function openIfThere(path: string): number | undefined {
  try {
    return openSync(path, "r");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
