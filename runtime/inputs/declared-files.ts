import { hash } from "node:crypto";
import { type BigIntStats, readdirSync, realpathSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type Picomatch from "picomatch";
import type { ReasonNote } from "../reasons.ts";
import { openLineFile } from "../stores/lines/line-file.ts";
import { FileHashes } from "./file-hashes.ts";
import { isLiteral, pathMatcher } from "./path-glob.ts";

const require = createRequire(import.meta.url);

/** What the files are by now that a target declares with `files=`. */
export interface DeclaredFiles {
  contents(globs: readonly string[]): Contents;
}

export type Contents =
  /** Over the paths, relative to the root, and the contents of all files that match. */
  | { readonly ok: true; readonly hash: string; readonly count: number }
  | { readonly ok: false; readonly note: ReasonNote };

/** `folder`: of the cache, which keeps the hashes of files that have not changed. */
export function createDeclaredFiles(root: string, folder: string): DeclaredFiles {
  const kept = openLineFile(path.join(folder, "file-hashes-1.tsv"), () => undefined);
  const hashes = new FileHashes(kept);
  const matchers = new Map<string, Matcher>();
  return {
    contents(globs) {
      const key = globs.join();
      const matcher = matchers.get(key) ?? createMatcher(globs);
      matchers.set(key, matcher);
      return contentsOf(root, matcher, hashes);
    },
  };
}

interface Matcher {
  readonly starts: readonly Start[];
  matches(file: string): boolean;
}

/** Where a search begins, relative to the root: a file, or a folder that is gone through so deep. */
interface Start {
  readonly place: string;
  readonly depth: number;
}

function createMatcher(globs: readonly string[]): Matcher {
  const positive = globs.filter((glob) => !glob.startsWith("!"));
  const negative = globs.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  const takes = positive.flatMap(withContents).map(pathMatcher);
  const leaves = negative.flatMap(withContents).map(pathMatcher);
  return {
    starts: positive.map(startOf),
    matches: (file) => takes.some((match) => match(file)) && !leaves.some((match) => match(file)),
  };
}

/** A folder stands for all that is in it. */
function withContents(glob: string): string[] {
  return isLiteral(glob) ? [glob, `${glob.replace(/\/$/, "")}/**`] : [glob];
}

/** `data` and one level for `data/*.csv`. */
function startOf(glob: string): Start {
  if (isLiteral(glob)) return { place: glob.replace(/\/$/, ""), depth: Infinity };
  const { base } = (require("picomatch") as typeof Picomatch).scan(glob);
  const rest = base === "" ? glob : glob.slice(base.length + 1);
  return { place: base, depth: /\*\*|[{(]/.test(rest) ? Infinity : rest.split("/").length };
}

function contentsOf(root: string, { starts, matches }: Matcher, hashes: FileHashes): Contents {
  const found = new Map<string, string>();
  for (const { place, depth } of starts) {
    try {
      for (const { file, stats } of filesBelow(root, place, depth, new Set()))
        if (matches(file)) found.set(file, hashes.of(path.join(root, file), stats));
    } catch (error) {
      if (!(error instanceof Error && "code" in error)) throw error;
      return { ok: false, note: { code: "files-unreadable", detail: error.message } };
    }
  }
  const lines = [...found].map(([file, content]) => `${JSON.stringify(file)} ${content}`).sort();
  return { ok: true, hash: hash("sha256", lines.join("\n"), "hex"), count: found.size };
}

interface FoundFile {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly stats: BigIntStats;
}

/** Links are followed, but no folder is gone through within itself. What is not there gives nothing: it counts as absent. */
function* filesBelow(root: string, place: string, depth: number, above: ReadonlySet<string>): Generator<FoundFile> {
  const full = path.join(root, place);
  const stats = ifThere(() => statSync(full, { bigint: true }));
  if (stats?.isFile() === true) yield { file: place, stats };
  if (stats?.isDirectory() !== true || depth === 0) return;
  const real = realpathSync(full);
  if (above.has(real)) return;
  const inside = new Set(above).add(real);
  for (const name of ifThere(() => readdirSync(full)) ?? [])
    if (name !== "node_modules") yield* filesBelow(root, place === "" ? name : `${place}/${name}`, depth - 1, inside);
}

function ifThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
