import { requireOwn } from "../own/files.ts";
import type * as FarStore from "./far/far-store.ts";
import { createFileStore } from "./files/file.ts";
import { DEFAULT_ROOM } from "./files/pruner.ts";
import type { StoreSpec } from "./store-spec.ts";
import type { Store } from "./store.ts";

export interface StoreSettings {
  /** Folder of the file store. */
  readonly dir: string;
  /** Bytes that it may hold. Default: 5 GB. */
  readonly maxSize: number | undefined;
  /** Milliseconds that it keeps what nobody uses. Default: 90 days. */
  readonly maxAge: number | undefined;
}

/** Opens stores in their order. Loads no client and connects to nothing; what is not named is not loaded at all. */
export function openStores(specs: readonly StoreSpec[], settings: StoreSettings): Store[] {
  return specs.flatMap((spec) => (spec.kind === "memory" ? [] : [open(spec, settings)]));
}

function open(spec: Exclude<StoreSpec, { kind: "memory" }>, settings: StoreSettings): Store {
  if (spec.kind === "file") {
    const { dir, maxSize = DEFAULT_ROOM.maxBytes, maxAge = DEFAULT_ROOM.maxAgeMs } = settings;
    return createFileStore({ folder: spec.folder ?? dir, room: { maxBytes: maxSize, maxAgeMs: maxAge } });
  }
  const { openBothWays } = requireOwn("runtime/stores/far/far-store.js") as typeof FarStore;
  return openBothWays(spec);
}
