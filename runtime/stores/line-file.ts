import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { hash } from "node:crypto";

/**
 * What was worked out once, by what it depends on (facts of texts, rewritten texts, hashes of files), in one file: opened in one read, extended by appends
 * that many processes make at once (each is one write of whole lines), cut when it has grown past its bound. A line is
 * `key TAB check TAB json`; a torn or damaged line fails its check and counts as not there.
 */
export interface LineFile {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  /** Has later `get`s see what other threads and processes have appended. */
  refresh(): void;
}

/** Bytes past which the file starts anew with what this process used. */
const MAX_BYTES = 64 * 1024 * 1024;

/** `warn` is called once if the folder cannot be used; everything then stays in memory. */
export function openLineFile(path: string, warn: (message: string) => void): LineFile {
  const lines = new Map<string, string>();
  const values = new Map<string, unknown>();
  let size = -1;
  let isBroken = false;

  const guarded = (action: () => void): void => {
    if (isBroken) return;
    try {
      action();
    } catch (error) {
      isBroken = true;
      warn(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const refresh = (): void =>
    guarded(() => {
      const now = sizeOf(path);
      if (now === size) return;
      size = now;
      if (now > 0) readLines(readFileSync(path, "utf8"), lines);
    });

  return {
    get(key) {
      if (size < 0) refresh();
      if (!values.has(key)) values.set(key, parseLine(lines.get(key)));
      return values.get(key);
    },
    set(key, value) {
      values.set(key, value);
      const json = JSON.stringify(value);
      const line = `${key}\t${check(json)}\t${json}`;
      lines.set(key, line);
      guarded(() => {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        if (sizeOf(path) > MAX_BYTES)
          startAnew(
            path,
            [...values.keys()].flatMap((used) => lines.get(used) ?? []),
          );
        else appendFileSync(path, `\n${line}\n`, { mode: 0o600 });
      });
    },
    refresh() {
      values.clear();
      refresh();
    },
  };
}

function readLines(text: string, lines: Map<string, string>): void {
  for (const line of text.split("\n")) {
    const end = line.indexOf("\t");
    if (end > 0) lines.set(line.slice(0, end), line);
  }
}

function parseLine(line: string | undefined): unknown {
  if (line === undefined) return undefined;
  const [, stated, json] = line.split("\t", 3);
  return json !== undefined && check(json) === stated ? (JSON.parse(json) as unknown) : undefined;
}

function check(json: string): string {
  return hash("sha256", json, "hex").slice(0, 16);
}

function startAnew(path: string, lines: readonly string[]): void {
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, `${lines.join("\n")}\n`, { mode: 0o600 });
  renameSync(temporary, path);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
