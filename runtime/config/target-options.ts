import type { DepsForm } from "./deps-form.ts";

/** What a tag, a pattern or the config file says about one target. */
export interface TargetOptions {
  /** Milliseconds after which an entry no longer counts. */
  readonly ttl?: number;
  /** Paths below parameters that do not count: `logger`, `options.signal`, `this`. */
  readonly ignore: readonly string[];
  /** Salt of the key. */
  readonly version?: string;
  /** Environment variables whose values count. */
  readonly env?: readonly string[];
  /** Globs of files whose contents count, relative to the root; behind `!`, what is left out of them. */
  readonly files?: readonly string[];
  /** Default: `version`. */
  readonly deps?: DepsForm;
  /** Milliseconds: results of shorter runs are not stored. */
  readonly minDuration?: number;
  /** A ReadableStream that it gives is recorded as it is read. */
  readonly stream?: boolean;
}

/** Options as one source gives them; what is absent is left to the next source. */
export type PartialOptions = Partial<TargetOptions>;

export const NO_OPTIONS: TargetOptions = { ignore: [] };

/** The later source wins, option by option. */
export function mergeOptions(...sources: readonly (PartialOptions | undefined)[]): TargetOptions {
  return Object.assign({}, NO_OPTIONS, ...sources) as TargetOptions;
}
