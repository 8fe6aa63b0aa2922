import { findImported, type ModuleAccess } from "./find-export.ts";

export interface ForeignChanges {
  /** By `url\0name`: statements in other modules that change what the name holds when they load. */
  readonly vertices: ReadonlyMap<string, readonly { readonly url: string; readonly vertex: number }[]>;
  /** Names, as `url\0name`, that functions of other modules change when they are called; `*` for all names of a module. */
  readonly changed: ReadonlySet<string>;
  /** Statements that change global objects. */
  readonly ambient: readonly { readonly url: string; readonly vertex: number }[];
}

/**
 * Gathers from all loaded modules what they change outside themselves: `Imported.prototype.x = …`, polyfills. No
 * reference leads from the changed thing to the change, so it is found from the other end.
 */
export function gatherForeignChanges(access: ModuleAccess): ForeignChanges {
  const vertices = new Map<string, { url: string; vertex: number }[]>();
  const changed = new Set<string>();
  const ambient: { url: string; vertex: number }[] = [];
  for (const url of access.modules.loaded().sort()) {
    const outcome = access.modules.facts(url);
    if (!outcome.ok) continue;
    for (const vertex of outcome.facts.ambient) ambient.push({ url, vertex });
    for (const change of outcome.facts.foreign) {
      for (const definition of findImported(url, outcome.facts, change.import, change.name, access)) {
        if (definition.kind !== "binding" && definition.kind !== "whole") continue;
        // A property of a whole module's exports is set: any of its names may hold another value from then on.
        const key = foreignKey(definition.url, definition.kind === "whole" ? "*" : definition.name);
        if (change.vertex === undefined || definition.kind === "whole") changed.add(key);
        else add(vertices, key, { url, vertex: change.vertex });
      }
    }
  }
  return { vertices, changed, ambient };
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

export function foreignKey(url: string, name: string): string {
  return `${url}\0${name}`;
}
