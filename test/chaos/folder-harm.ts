import assert from "node:assert/strict";
import { appendFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/* What is done to a folder of entries, while a program uses it. */

export function each(folder: string, act: (file: string) => void): void {
  for (const file of entriesOf(folder)) tolerate(() => act(file));
}

export function flip(file: string): void {
  const bytes = readFileSync(file);
  const at = Math.floor(Math.random() * bytes.byteLength);
  patch(file, at, (bytes[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8)));
}

export function patch(file: string, at: number, byte: number): void {
  const bytes = readFileSync(file);
  bytes[at] = byte;
  writeFileSync(file, bytes);
}

export function exchange(folder: string): void {
  const files = entriesOf(folder);
  const [first] = files;
  if (first === undefined) return;
  const bytes = readFileSync(first);
  for (const file of files.slice(1)) writeFileSync(file, bytes);
}

export function replaceByFile(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  appendFileSync(folder, "in the way");
}

/** The program changes the folder at the same time. */
export function tolerate(act: () => void): void {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof Error && "code" in error, String(error));
  }
}

function entriesOf(folder: string): string[] {
  const entries = path.join(folder, "entries/v1");
  return readdirSync(entries, { recursive: true, encoding: "utf8" })
    .filter((name) => name.length > 3)
    .map((name) => path.join(entries, name));
}
