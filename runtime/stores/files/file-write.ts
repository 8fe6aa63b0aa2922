import { randomBytes } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { threadId } from "node:worker_threads";
import { codeOf } from "./file-errors.ts";
import { makePrivate } from "./private-folder.ts";

/** Names that no other process, thread or earlier life of this process id uses. */
export interface TemporaryNames {
  next(): string;
}

export function createTemporaryNames(folder: string): TemporaryNames {
  const start = `${folder}/${process.pid}-${threadId}-${randomBytes(6).toString("hex")}`;
  let count = 0;
  return { next: () => `${start}-${count++}` };
}

/** Returns the path. Where folders are missing, `prepare` makes them. Leaves nothing behind when it throws. */
export function writeTemporary(names: TemporaryNames, bytes: Uint8Array, prepare: () => void): string {
  const name = names.next();
  try {
    retryMissing(() => writeFileSync(name, bytes, { flag: "wx", mode: 0o600 }), prepare);
    return name;
  } catch (error) {
    rmSync(name, { force: true });
    throw error;
  }
}

/** Readers see the old entry or the new one, whole. Removes the temporary file when it throws. */
export function moveInto(written: string, target: string, prepare: () => void): void {
  try {
    retryMissing(
      () => renameSync(written, target),
      () => makeShard(path.dirname(target), prepare),
    );
  } catch (error) {
    rmSync(written, { force: true });
    throw error;
  }
}

/** Most often it alone is missing: to look at those above as well takes four times as long. */
function makeShard(folder: string, prepare: () => void): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== "ENOENT" && codeOf(error) !== "EEXIST") throw error;
    prepare();
    makePrivate(folder);
  }
}

/** Another process that clears or removes the folder can come between making it and using it, so often in a row not. */
const MOST_TRIES = 20;

/** Folders are made when they turn out to be missing, not looked for each time. */
export function retryMissing(act: () => void, repair: () => void): void {
  for (let tries = 1; ; tries++) {
    try {
      if (tries > 1) repair();
      return act();
    } catch (error) {
      if (codeOf(error) !== "ENOENT" || tries === MOST_TRIES) throw error;
    }
  }
}
