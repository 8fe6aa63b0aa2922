import type { Files } from "./project.ts";

/** A program that must run the same with and without the hook. Each `"plain"` in its source is rewritten to `"rewritten"`. */
export interface Program {
  readonly name: string;
  readonly files: Files;
  /** Flags and the entry. */
  readonly run: readonly string[];
  /** Files whose text the listener sees, with the kind, in any order, each once: `a.js module`. */
  readonly seen: readonly string[];
  /** The same where tsx runs from the start: it takes ES module syntax without a type for CommonJS. */
  readonly seenWithTsx?: readonly string[];
  /** `seen` leaves open how often a file is seen, and by which query: tsx makes several modules of one CommonJS file. */
  readonly isSeenByFile?: true;
  /** Resolutions that the listener is told, among others: `a.js require ./b → b.js`. */
  readonly resolved?: readonly string[];
  /** Ways in which some of it may run without having been seen; it runs. */
  readonly untouchedIn?: readonly string[];
  /** It is run in every fourth way, where not all ways are asked for; the others alone and in one more. */
  readonly everyWay?: true;
  /** It needs tsx in the run without the hook. */
  readonly needsTsx?: true;
  /** It does not run where tsx does. */
  readonly isWithoutTsx?: true;
  /** Links to make: name to target. */
  readonly links?: Files;
}

export const MODULE = { "package.json": '{"type":"module"}' };
export const COMMONJS = { "package.json": '{"type":"commonjs"}' };
