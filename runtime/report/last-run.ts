import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { reasons } from "../reasons.ts";
import type { Novelty } from "./nearest-call.ts";
import type { TargetTotals, Totals } from "./tally.ts";

/** What is kept of the last run of a project, for `astrocache why`. */
export interface LastRun {
  readonly format: 2;
  /** Milliseconds since the epoch. */
  readonly endedAt: number;
  readonly root: string;
  /** The entry file and its arguments. */
  readonly command: readonly string[];
  readonly totals: Totals;
  /** By the ids of targets with calls that were new. */
  readonly novelties: Readonly<Record<string, Novelty>>;
}

/**
 * Keeps a run below the folder of the file store. Synchronous, for the end of the process.
 *
 * @returns false where it could not be written; nothing but `why` depends on it.
 */
export function keepLastRun(folder: string, run: LastRun): boolean {
  const file = fileOf(folder, run.root);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, JSON.stringify(run), { mode: 0o600 });
    renameSync(temporary, file);
    return true;
  } catch {
    return false;
  }
}

/** Undefined where there is none, or one that is damaged or of another format. */
export function readLastRun(folder: string, root: string): LastRun | undefined {
  try {
    const run: unknown = JSON.parse(readFileSync(fileOf(folder, root), "utf8"));
    return isLastRun(run) ? run : undefined;
  } catch {
    return undefined; // Absent or damaged: then there is no last run to tell of.
  }
}

function fileOf(folder: string, root: string): string {
  return path.join(folder, "runs", `${createHash("sha256").update(root).digest("hex").slice(0, 32)}.json`);
}

function isLastRun(run: unknown): run is LastRun {
  if (!isRecord(run) || run["format"] !== 2 || typeof run["endedAt"] !== "number" || !isRecord(run["totals"]))
    return false;
  const { targets, declined, timeline } = run["totals"];
  const isComplete =
    Array.isArray(run["command"]) && isRecord(timeline) && isRecord(run["novelties"]) && Array.isArray(declined);
  return isComplete && Array.isArray(targets) && targets.every(isTarget);
}

function isTarget(target: unknown): target is TargetTotals {
  if (!isRecord(target) || typeof target["id"] !== "string" || !isRecord(target["missReasons"])) return false;
  const { changes, notes } = target;
  const isNote = (note: unknown): boolean =>
    isRecord(note) && typeof note["code"] === "string" && Object.hasOwn(reasons, note["code"]);
  return Array.isArray(changes) && Array.isArray(notes) && notes.every(isNote);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
