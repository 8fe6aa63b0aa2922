import type { RedisSpec } from "./redis/redis-spec.ts";

/** A store that the config file made: it is made again by name in other threads. Plain data. */
export interface ConfiguredSpec {
  readonly kind: "configured";
  readonly name: string;
  /** Folder of the config file. */
  readonly root: string;
  readonly timeoutMs: number;
}

/** A store that is awaited, as plain data, so that a worker can open it as well. */
export type FarSpec = RedisSpec | ConfiguredSpec;

export type StoreSpec =
  | { readonly kind: "memory" }
  /** `folder`: absolute; undefined: the one that `ASTROCACHE_DIR` or the platform says. */
  | { readonly kind: "file"; readonly folder: string | undefined }
  | FarSpec;
