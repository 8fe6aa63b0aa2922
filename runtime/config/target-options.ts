/** What a tag, a pattern or the config file says about one target. */
export interface TargetOptions {
  /** Milliseconds after which an entry no longer counts. */
  readonly ttl?: number;
  /** Paths below parameters that do not count: `logger`, `options.signal`, `this`. */
  readonly ignore: readonly string[];
  /** Salt of the key. */
  readonly version?: string;
}
