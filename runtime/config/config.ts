import type { PartialOptions } from "./target-options.ts";
import type { SettingValues, WrittenMode } from "./setting-table.ts";

/** What `astrocache.config.{js,mjs,ts}` exports by default, or `"astrocache"` in package.json holds. The environment wins over it. */
export interface Config {
  /** What to cache, each as in `ASTROCACHE`, alone or with options: `["src/api/**#fetch*", { pattern: "src/llm.ts#ask", ttl: "1d" }]`. */
  readonly targets?: readonly (string | ConfigTarget)[];
  /** Default: `on`. `verify=0.1` verifies one hit of ten. */
  readonly mode?: WrittenMode;
  /** What a run exits with where verifying found a difference. Default: 0, as the program does. */
  readonly verifyExit?: number;
  readonly strict?: boolean;
  /** Folder of the file store, relative to the root. Default: in the user's cache folder. */
  readonly dir?: string;
  /** Tiers in order: `file,redis://cache.team:6379`. Default: `file`. */
  readonly store?: string;
  /** Stores of your own making, such as Keyv adapters, by the name that `store` calls them. */
  readonly stores?: Readonly<Record<string, unknown>>;
  /** How long one operation of a store may take: `"500ms"`, or milliseconds. */
  readonly storeTimeout?: string | number;
  /** What the folder of the file store may hold: `"500MB"`, or bytes. Default: 5 GB. */
  readonly maxSize?: string | number;
  /** How long an entry that nobody uses is kept there: `"30d"`, or milliseconds. Default: 90 days. */
  readonly maxAge?: string | number;
  /** Signs entries. Better given as `ASTROCACHE_SECRET` than written down. */
  readonly secret?: string;
  /** How long entries count: `"1d"`, or milliseconds. Default: for ever. */
  readonly ttl?: string | number;
  /** How packages count: `"version"`, `"source"` for the code of all, or the names of those whose code counts. Default: `version`. */
  readonly deps?: string | readonly string[];
  /** `off`, `line`, `summary`, or the path of a .json or .html file. Default: `line`. */
  readonly report?: string;
  /** The path of a .json file, for the digests of what the run loaded. */
  readonly manifest?: string;
}

export interface ConfigTarget {
  readonly pattern: string;
  /** How long entries count: `"1d"`, or milliseconds. */
  readonly ttl?: string | number;
  /** Inputs that do not count: `["logger", "options.signal", "this"]`. */
  readonly ignore?: readonly string[];
  /** Salt of the key. */
  readonly version?: string;
  /** Environment variables whose values count. */
  readonly env?: string | readonly string[];
  /** Globs of files whose contents count, relative to the root. */
  readonly files?: string | readonly string[];
  /** How packages count, as for all targets. */
  readonly deps?: string | readonly string[];
  /** A ReadableStream of bytes or text that it gives is recorded as it is read, and stored once it has come to its end. */
  readonly stream?: boolean;
}

/** Gives an editor the types of the config file; returns what it is given. */
export function defineConfig(config: Config): Config {
  return config;
}

/** Patterns and the options for what they pick. */
export interface TargetEntry {
  /** One pattern or several, parted by commas. */
  readonly pattern: string;
  /** `ASTROCACHE`, or the name of the config file; for messages. */
  readonly from: string;
  readonly options: PartialOptions;
}

/** A config file that was read and checked. */
export interface LoadedConfig {
  readonly file: string;
  readonly values: Partial<SettingValues> & {
    readonly targets?: readonly TargetEntry[];
    readonly stores?: Readonly<Record<string, unknown>>;
  };
}
