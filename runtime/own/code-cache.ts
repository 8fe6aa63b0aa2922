import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import type { Script } from "node:vm";
import { cacheFolder, isOwn } from "../stores/folder.ts";

/*
 * Code that V8 has compiled of our own files: to compile it anew takes 10 ms of a start (Node 24). V8 refuses what another version of it
 * has made or one with other flags; of the text it compares the length only, and of the code nothing, so that a damaged file ends the
 * process (seen on 24.21.0). Hence the text's id in the name, and the code twice in each file: to compare the halves takes 0.02 ms, where
 * SHA-256 would have `node:crypto` loaded, 3 ms, and a sum in JavaScript takes 2.
 */

/** Coverage is less exact for code that was compiled before (https://nodejs.org/docs/latest-v24.x/api/module.html#module-compile-cache). */
const isUsed = (process.env["NODE_V8_COVERAGE"] ?? "") === "";

/** Not where a configuration file says, as it is read by what is loaded here. As the program starts: it may go elsewhere. */
const parent = cacheFolder(process.env["ASTROCACHE_DIR"]);
const folder = join(parent, "code");

const fresh = new Map<string, Script>();

/** What was kept for the text at this address, if anything. */
export function takeCode(url: string, text: string): Buffer | undefined {
  if (!isUsed) return undefined;
  try {
    const bytes = readOwn(fileOf(url, text));
    const half = bytes.length >> 1;
    const code = bytes.subarray(0, half);
    return half > 0 && code.equals(bytes.subarray(half)) ? code : undefined;
  } catch (error) {
    return ignored(error);
  }
}

/** Nothing of what another user has written, or could have: it is run. */
function readOwn(file: string): Buffer {
  const descriptor = openSync(file, "r");
  try {
    return isOwn(fstatSync(descriptor)) ? readFileSync(descriptor) : Buffer.alloc(0);
  } finally {
    closeSync(descriptor);
  }
}

/** Keeps what V8 has made of it by the end of the run, functions that it compiles when they are first called among it. */
export function keepCode(url: string, text: string, script: Script): void {
  if (!isUsed) return;
  fresh.set(fileOf(url, text), script);
  // Behind what else of ours has been begun and does something at the end, which is compiled only then.
  process.off("exit", writeAll).once("exit", writeAll);
}

/** Only where there is a cache: a program of which nothing was selected leaves nothing behind. */
function writeAll(): void {
  try {
    if (!existsSync(parent)) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const [file, script] of fresh) write(file, script.createCachedData());
    removeOldest();
  } catch (error) {
    ignored(error);
  }
}

function write(file: string, code: Buffer): void {
  const beside = `${file}.${process.pid}-${Date.now()}`;
  writeFileSync(beside, Buffer.concat([code, code]), { flag: "wx", mode: 0o600 });
  renameSync(beside, file);
}

/** Of former versions, of Node or of the package. What is removed too early is made again. */
function removeOldest(): void {
  const names = readdirSync(folder);
  if (names.length <= MOST_FILES) return;
  const files = names.map((name) => ({ name, time: statSync(join(folder, name)).mtimeMs }));
  for (const { name } of files.sort((a, b) => b.time - a.time).slice(MOST_FILES)) unlinkSync(join(folder, name));
}

/** A program takes four to eight of up to 300 kB. */
const MOST_FILES = 64;

/** The build begins each file with a comment that holds a hash of the rest. */
function fileOf(url: string, text: string): string {
  const id = /^\/\*(\w+)\*\//.exec(text)?.[1] ?? "";
  const { v8 } = process.versions;
  return join(folder, `${basename(url, ".cjs")}-${id}-${v8}-${process.arch}.bin`);
}

/** Without a readable and writable folder each run compiles. */
function ignored(error: unknown): undefined {
  if (!(error instanceof Error && "code" in error)) throw error;
  return undefined;
}
