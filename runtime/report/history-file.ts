import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { CodeVersion } from "./history.ts";
import type { FormerPart } from "./part-changes.ts";
import type { Sketch } from "./sketch.ts";

const FORMAT = 1;
const MAX_BYTES = 4_000_000;

/** Oldest version first. Empty where there is no file, or one that is damaged or of another format. */
export function readHistoryFile(file: string): readonly CodeVersion[] {
  try {
    const text = readFileSync(file, "utf8");
    return text.length > MAX_BYTES ? [] : readVersions(JSON.parse(text));
  } catch {
    return []; // Nothing is remembered: every miss is then "new", and the file is written anew.
  }
}

/** Written whole and then renamed, so that no reader sees half of it. A folder that cannot be written costs the memory only. */
export function writeHistoryFile(file: string, versions: readonly CodeVersion[]): void {
  const temporary = `${file}.${process.pid}.tmp`;
  const plain = versions.map(({ codeDigest, parts, calls, sketches }) => {
    const named = parts();
    return {
      codeDigest,
      parts: named.map(({ label, digest }) => ({ label, digest })),
      texts: textsOf(named),
      calls: [...calls],
      sketches,
    };
  });
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, JSON.stringify({ format: FORMAT, versions: plain }), { mode: 0o600 });
    renameSync(temporary, file);
  } catch {
    discard(temporary); // The outcome is that nothing is remembered; the program goes on.
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // `force` covers absence only. Where not even this is allowed, nothing was written either.
  }
}

function readVersions(value: unknown): CodeVersion[] {
  if (!isRecord(value) || value["format"] !== FORMAT || !Array.isArray(value["versions"])) return [];
  return value["versions"].flatMap((version: unknown) => {
    if (!isRecord(version)) return [];
    const { codeDigest, parts, calls, texts, sketches } = version;
    if (typeof codeDigest !== "string" || !isArrayOf(parts, isPart) || !isArrayOf(calls, isString)) return [];
    const remembered = isArrayOf(sketches, isSketch) ? sketches : [];
    const named = withTexts(parts, texts);
    return [{ codeDigest, parts: () => named, calls: new Set(calls), sketches: remembered }];
  });
}

/** One hash for each file instead of one for each part. */
function textsOf(parts: readonly FormerPart[]): Record<string, string> {
  return Object.fromEntries(
    parts.flatMap(({ file, text }) => (file === undefined || text === undefined ? [] : [[file, text]])),
  );
}

function withTexts(parts: readonly FormerPart[], texts: unknown): FormerPart[] {
  if (!isRecord(texts)) return [...parts];
  return parts.map((part) => {
    const file = part.label.slice(0, Math.max(0, part.label.indexOf("#")));
    const text = Object.hasOwn(texts, file) ? texts[file] : undefined;
    return typeof text === "string" ? { ...part, file, text } : part;
  });
}

function isSketch(value: unknown): value is Sketch {
  return isRecord(value) && Object.values(value).every(isString);
}

function isPart(value: unknown): value is FormerPart {
  return isRecord(value) && typeof value["label"] === "string" && typeof value["digest"] === "string";
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isArrayOf<T>(value: unknown, is: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(is);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
