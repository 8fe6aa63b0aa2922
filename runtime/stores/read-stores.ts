import { requireOwn } from "../own/files.ts";
import type { StoreSpec } from "./store-spec.ts";
import type { StoreNames } from "./store-url.ts";
import type * as StoreUrl from "./store-url.ts";

const FILE: StoreSpec = { kind: "file", folder: undefined };

/**
 * The stores of a run in their order. Default: the file store, of which most runs have nothing to read.
 *
 * @throws AstrocacheError `INVALID_SETTING` for a store that cannot be understood.
 */
export function readStores(settings: StoreNames & { readonly store: string | undefined }): readonly StoreSpec[] {
  if (settings.store === undefined) return [FILE];
  const { parseStores } = requireOwn("runtime/stores/store-url.js") as typeof StoreUrl;
  return parseStores(settings.store, settings);
}
