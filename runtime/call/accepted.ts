import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isOwn } from "../stores/folder.ts";

/** "This edit was cosmetic": what was stored under the former code of a target answers for the later one. */
export interface AcceptedEdit {
  /** Code digests. */
  readonly from: string;
  readonly to: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly because?: string;
}

export interface AcceptedEdits {
  /** `my-app:src/a.ts#price` */
  readonly target: string;
  /** Oldest first. */
  readonly edits: readonly AcceptedEdit[];
}

/** Former code digests that answer for `codeDigest`, the last one first. Through several accepted edits. */
export type FormerDigests = (target: string, codeDigest: string) => readonly string[];

/** For a run, which reads each target's file once. `folder`: of the cache. */
export function createFormerDigests(folder: string): FormerDigests {
  if (!isUsable(folderOf(folder))) return () => [];
  return (target, codeDigest) => {
    const { edits } = readAccepted(folder, target);
    const found = new Set<string>();
    const pending = [codeDigest];
    for (let to = pending.shift(); to !== undefined; to = pending.shift()) {
      for (const edit of edits.toReversed()) {
        if (edit.to !== to || found.has(edit.from) || edit.from === codeDigest) continue;
        found.add(edit.from);
        pending.push(edit.from);
      }
    }
    return [...found];
  };
}

function isUsable(folder: string): boolean {
  const found = existsSync(folder) ? statSync(folder, { throwIfNoEntry: false }) : undefined;
  return found !== undefined && isOwn(found);
}

/** Without edits where there are none, or the file is damaged: then nothing is accepted. */
export function readAccepted(folder: string, target: string): AcceptedEdits {
  return readAt(fileOf(folder, target)) ?? { target, edits: [] };
}

/** Of all projects. */
export function listAccepted(folder: string): AcceptedEdits[] {
  if (!existsSync(folderOf(folder))) return [];
  return readdirSync(folderOf(folder))
    .sort()
    .flatMap((name) => readAt(path.join(folderOf(folder), name)) ?? []);
}

/** No edits: none is accepted any more. */
export function writeAccepted(folder: string, accepted: AcceptedEdits): void {
  const file = fileOf(folder, accepted.target);
  if (accepted.edits.length === 0) return rmSync(file, { force: true });
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${process.pid}.tmp`;
  writeFileSync(temporary, JSON.stringify({ format: 1, ...accepted }), { mode: 0o600 });
  renameSync(temporary, file);
}

function folderOf(folder: string): string {
  return path.join(folder, "accepted");
}

function fileOf(folder: string, target: string): string {
  return path.join(folderOf(folder), `${createHash("sha256").update(target).digest("hex").slice(0, 32)}.json`);
}

function readAt(file: string): AcceptedEdits | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isAccepted(value) ? value : undefined;
  } catch {
    return undefined; // Absent or damaged: nothing is accepted, and the calls run.
  }
}

function isAccepted(value: unknown): value is AcceptedEdits {
  if (!isRecord(value) || value["format"] !== 1 || typeof value["target"] !== "string") return false;
  const { edits } = value;
  const isEdit = (edit: unknown): boolean =>
    isRecord(edit) &&
    typeof edit["from"] === "string" &&
    typeof edit["to"] === "string" &&
    typeof edit["at"] === "number";
  return Array.isArray(edits) && edits.every(isEdit);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
