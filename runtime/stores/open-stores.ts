import { cacheFolder } from "./folder.ts";
import type { StoreSpec } from "./store-spec.ts";
import type { Store } from "./store.ts";

export interface StoreSettings {
  /** `ASTROCACHE_STORE`: `file,redis://…`. Default: `file`. */
  readonly store: string | undefined;
  /** Folder of the file store. Default: in the user's cache folder. */
  readonly dir: string | undefined;
  /** What `stores` of the config file holds. */
  readonly stores: Readonly<Record<string, unknown>>;
  /** Folder of the config file. */
  readonly root: string;
  /** Milliseconds for one operation of a store that is awaited. Default 500. */
  readonly storeTimeout: number | undefined;
  /** Bytes that the folder of the file store may hold. Default: 5 GB. */
  readonly maxSize: number | undefined;
  /** Milliseconds that it keeps what nobody uses. Default: 90 days. */
  readonly maxAge: number | undefined;
}

/**
 * The stores of a run in their order. Loads no client and connects to nothing; what is not named is not loaded at all.
 *
 * @throws AstrocacheError `INVALID_SETTING` for a store that cannot be understood.
 */
export async function openStores(settings: StoreSettings): Promise<Store[]> {
  const specs = settings.store === undefined ? [FILE] : await parse(settings.store, settings);
  const opened: Store[] = [];
  for (const spec of specs) if (spec.kind !== "memory") opened.push(await open(spec, settings));
  return opened;
}

const FILE = { kind: "file", folder: undefined } as const;

/** Most runs have nothing to parse. */
async function parse(text: string, settings: StoreSettings): Promise<StoreSpec[]> {
  const { parseStores } = await import("./store-url.ts");
  return parseStores(text, settings);
}

async function open(spec: Exclude<StoreSpec, { kind: "memory" }>, settings: StoreSettings): Promise<Store> {
  if (spec.kind === "file") {
    const { createFileStore } = await import("./file.ts");
    const { DEFAULT_ROOM } = await import("./pruner.ts");
    const { dir, maxSize = DEFAULT_ROOM.maxBytes, maxAge = DEFAULT_ROOM.maxAgeMs } = settings;
    const folder = spec.folder ?? (await cacheFolder(dir));
    return createFileStore({ folder, room: { maxBytes: maxSize, maxAgeMs: maxAge } });
  }
  const { openBothWays } = await import("./far-store.ts");
  return openBothWays(spec);
}
