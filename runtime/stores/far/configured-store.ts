import { createKeyvStore } from "./keyv-store.ts";
import type { ConfiguredSpec } from "../store-spec.ts";
import type { AsyncStore } from "../store.ts";

/**
 * A store that `stores` of the config file holds under a name: a Keyv, an adapter, or a function that gives one. The file
 * is loaded again where the store is, in a worker, since such objects cannot be sent there.
 */
export function createConfiguredStore(spec: ConfiguredSpec): AsyncStore {
  const make = async (): Promise<unknown> => {
    const value = await load(spec);
    return typeof value === "function" ? (value as () => unknown)() : value;
  };
  return createKeyvStore({ label: `store ${spec.name}`, make, timeoutMs: spec.timeoutMs });
}

async function load({ name, root }: ConfiguredSpec): Promise<unknown> {
  const { loadConfig } = await import("../../config/config-file.ts");
  const { findProject } = await import("../../config/root.ts");
  const project = findProject({ env: { ASTROCACHE_ROOT: root }, cwd: root, entry: undefined });
  const config = await loadConfig(project);
  const found = config?.values.stores?.[name];
  if (found === undefined) throw new Error(`the config file holds no store named ${name}`);
  return found;
}
