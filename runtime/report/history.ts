import path from "node:path";
import { createHash } from "node:crypto";
import type { PartFacts } from "../call/link.ts";
import { readHistoryFile, writeHistoryFile } from "./history-file.ts";
import { compareWithNearest, type Novelty } from "./nearest-call.ts";
import { describeChanges, type FormerPart, type PartChange } from "./part-changes.ts";
import type { Sketch } from "./sketch.ts";

/**
 * What is remembered of a target between runs, so that a miss can be told apart: which calls were answered under which
 * version of its code. For people: nothing that is cached depends on it.
 */
export interface History {
  /** Why a call that no store could answer is a miss. Reads the target's file at its first use. */
  cause(call: HistoricCall): HistoricCause;
  /** The call was stored, or answered from a store. */
  answered(call: HistoricCall): void;
  /** How the last call of a target that was new differs from earlier ones. Undefined where none was, or none was sketched. */
  novelty(target: string): Novelty | undefined;
  /** Writes what is new, merged with what other processes wrote meanwhile. Synchronous, for the end of the process. */
  flush(): void;
}

export interface HistoricCall {
  /** Id of the target: `my-app:src/a.ts#price`. */
  readonly target: string;
  readonly codeDigest: string;
  /** The call key. */
  readonly key: string;
  /** Hash of receiver, parameters and captures alone: the same under every version of the code. */
  readonly inputs: string;
  /** Hash of the inputs and of the module data, in which functions count without their code. */
  readonly situation: string;
  /** What the code digest was made of. Asked for once per digest. */
  readonly parts: () => readonly PartFacts[];
  /** Its inputs in short. Undefined for calls that are not worth it, since many went before. */
  readonly sketch?: Sketch | undefined;
}

export type HistoricCause =
  | { readonly cause: "new" | "lost"; readonly changes: readonly [] }
  | { readonly cause: "code-changed"; readonly changes: readonly PartChange[] };

/** One version of a target's code, and the calls that were answered under it. */
export interface CodeVersion {
  readonly codeDigest: string;
  /** To name them may take linking: asked for where a version is written for the first time, or compared. */
  readonly parts: () => readonly FormerPart[];
  /** The last ones, as shortened keys and hashes of their inputs and situations. */
  readonly calls: Set<string>;
  /** Of the last ones, oldest first. */
  readonly sketches: readonly Sketch[];
}

/** Versions and calls that are remembered. At most some 200 kB for a target. */
export const MAX_VERSIONS = 8;
export const MAX_CALLS = 1_000;
/** Held by a process, which writes the last ones. */
const MOST_CALLS = 2 * MAX_CALLS;

/** Sketches that are remembered of one version. */
export const MAX_SKETCHES = 12;

/** Hexadecimal or base64url digits: enough not to collide among a thousand, and a collision only misleads a message. */
const CALL_DIGITS = 16;

/** A history that is kept in files below `folder`, one for each target. */
export function createHistory(folder: string): History {
  const memories = new Map<string, Memory>();
  const memoryOf = (target: string): Memory => {
    let memory = memories.get(target);
    if (memory === undefined) memories.set(target, (memory = newMemory()));
    return memory;
  };
  return {
    cause: (call) => {
      const memory = memoryOf(call.target);
      memory.known ??= mergeVersions(readHistoryFile(historyFile(folder, call.target)), memory.added);
      return explain(call, memory.known, memory);
    },
    novelty: (target) => memories.get(target)?.novelty?.(),
    answered: (call) => {
      const { added, known } = memoryOf(call.target);
      remember(added, call);
      if (known !== undefined) remember(known, call);
    },
    flush: () => {
      for (const [target, memory] of memories) {
        if (memory.added.length > 0) flushTarget(historyFile(folder, target), memory.added);
        memory.added = [];
        memory.known = undefined;
      }
    },
  };
}

/** Where a target's history is kept. Ids hold characters that files' names may not. */
export function historyFile(folder: string, target: string): string {
  return path.join(folder, `${createHash("sha256").update(target).digest("hex").slice(0, 32)}.json`);
}

/** A history that remembers nothing, for a folder that cannot be used and for modes that store nothing. */
export const noHistory: History = {
  cause: () => ({ cause: "new", changes: [] }),
  answered: () => undefined,
  novelty: () => undefined,
  flush: () => undefined,
};

type Draft = { -readonly [Key in keyof CodeVersion]: CodeVersion[Key] };

interface Memory {
  /** What the file held when it was read, and what this process has added since: put together once, not at each miss. */
  known: Draft[] | undefined;
  /** What this process adds. */
  added: Draft[];
  /** Of the last call that was new, compared when somebody asks. */
  novelty: (() => Novelty) | undefined;
  /** By the digests of both versions: an edit makes many calls run again. */
  readonly changes: Map<string, readonly PartChange[]>;
}

function newMemory(): Memory {
  return { known: undefined, added: [], novelty: undefined, changes: new Map() };
}

function explain(call: HistoricCall, versions: readonly CodeVersion[], memory: Memory): HistoricCause {
  const current = versions.find(({ codeDigest }) => codeDigest === call.codeDigest);
  const others = versions.filter((version) => version !== current);
  const answering = (seen: string): CodeVersion | undefined => others.findLast(({ calls }) => calls.has(shorten(seen)));
  if (current?.calls.has(shorten(call.key)) === true) return { cause: "lost", changes: [] };
  // Where the same code has answered the same inputs, it is module data or the environment that differs.
  const isElsewhere = current?.calls.has(shorten(call.inputs)) === true;
  const last = answering(call.situation) ?? (isElsewhere ? undefined : answering(call.inputs));
  if (last === undefined) {
    noteNew(call, versions, memory);
    return { cause: "new", changes: [] };
  }
  const both = `${last.codeDigest} ${call.codeDigest}`;
  const changes = memory.changes.get(both) ?? describeChanges(last.parts(), call.parts());
  memory.changes.set(both, changes);
  return { cause: "code-changed", changes };
}

/** Sketches of the same code are compared where there are some. */
function noteNew({ sketch, codeDigest }: HistoricCall, versions: readonly CodeVersion[], memory: Memory): void {
  if (sketch === undefined) return;
  const own = versions.find((version) => version.codeDigest === codeDigest)?.sketches ?? [];
  const all = versions.flatMap(({ sketches }) => sketches);
  const earlier = own.length > 0 ? [...own] : all;
  memory.novelty = () => compareWithNearest(sketch, earlier);
}

function remember(versions: Draft[], call: HistoricCall): void {
  const version = newest(versions, call);
  const { calls } = version;
  calls.add(shorten(call.inputs)).add(shorten(call.situation)).add(shorten(call.key));
  if (calls.size > MOST_CALLS) keepLast(calls, MAX_CALLS);
  if (call.sketch !== undefined) version.sketches = [...version.sketches, call.sketch].slice(-MAX_SKETCHES);
}

/** The version of the call's code, which becomes the last of them. */
function newest(versions: Draft[], { codeDigest, parts }: HistoricCall): Draft {
  const last = versions.at(-1);
  if (last?.codeDigest === codeDigest) return last;
  const place = versions.findIndex((version) => version.codeDigest === codeDigest);
  const [known] = place < 0 ? [] : versions.splice(place, 1);
  const version = known ?? { codeDigest, parts, calls: new Set<string>(), sketches: [] };
  versions.push(version);
  return version;
}

/** Many at once: each look for the oldest passes over all places from which others were removed before. */
function keepLast(calls: Set<string>, count: number): void {
  for (const oldest of calls) {
    if (calls.size <= count) return;
    calls.delete(oldest);
  }
}

function flushTarget(file: string, added: readonly CodeVersion[]): void {
  const before = readHistoryFile(file);
  const isKnown = (version: CodeVersion): boolean => {
    const known = before.find(({ codeDigest }) => codeDigest === version.codeDigest);
    return known !== undefined && [...version.calls].every((call) => known.calls.has(call));
  };
  if (!added.every(isKnown)) writeHistoryFile(file, mergeVersions(before, added));
}

/** Oldest first, within the bounds. A version that was used again becomes the newest. */
function mergeVersions(before: readonly CodeVersion[], added: readonly CodeVersion[]): Draft[] {
  const merged = new Map<string, Draft>();
  for (const version of [...before, ...added]) {
    const known = merged.get(version.codeDigest);
    const calls = new Set([...(known?.calls ?? []), ...version.calls]);
    const sketches = [...(known?.sketches ?? []), ...version.sketches].slice(-MAX_SKETCHES);
    merged.delete(version.codeDigest);
    const { codeDigest, parts } = known ?? version;
    merged.set(codeDigest, { codeDigest, parts, calls: new Set([...calls].slice(-MAX_CALLS)), sketches });
  }
  return [...merged.values()].slice(-MAX_VERSIONS);
}

function shorten(inputs: string): string {
  return inputs.slice(0, CALL_DIGITS);
}
