import type { ModuleFacts } from "../../analysis/facts.ts";
import { findImported } from "./find-export.ts";
import type { LinkWorld } from "./link-questions.ts";
import { originOf } from "./resolve.ts";

interface ForeignVertex {
  readonly url: string;
  readonly vertex: number;
}

export interface ForeignChanges {
  /** By `url\0name`, and for packages and contents by `origin\0`: statements in other modules that change what the name holds when they load. */
  readonly vertices: ReadonlyMap<string, readonly ForeignVertex[]>;
  /** Names, as `url\0name`, that functions of other modules change when they are called; `*` for all names of a module. */
  readonly changed: ReadonlySet<string>;
  /** By origin: modules that do something to it after they have called other code. */
  readonly late: ReadonlyMap<string, readonly string[]>;
  /** Statements that change global objects. */
  readonly ambient: readonly ForeignVertex[];
}

type ForeignAccess = Pick<LinkWorld, "modules" | "resolver">;

/**
 * Gathers from all loaded modules what they change outside themselves: `Imported.prototype.x = …`, polyfills. No
 * reference leads from the changed thing to the change, so it is found from the other end.
 */
export function gatherForeignChanges(access: ForeignAccess): ForeignChanges {
  const vertices = new Map<string, ForeignVertex[]>();
  const changed = new Set<string>();
  const late = new Map<string, string[]>();
  const ambient: ForeignVertex[] = [];
  for (const url of access.modules.reachingOut()) {
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
    gatherOutside(url, outcome.facts, access, { vertices, changed, late });
  }
  return { vertices, changed, late, ambient };
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** What keeps its state to itself, or is shared as a whole, counts with all that is done to it. */
function gatherOutside(
  url: string,
  facts: ModuleFacts,
  access: ForeignAccess,
  into: {
    readonly vertices: Map<string, ForeignVertex[]>;
    readonly changed: Set<string>;
    readonly late: Map<string, string[]>;
  },
): void {
  for (const { import: place, name, vertex, isLate } of facts.outside) {
    for (const definition of findImported(url, facts, place, name, access)) {
      const origin = definition.kind === "outside" ? originOf(definition.resolved) : undefined;
      if (origin === undefined) continue;
      if (vertex === undefined) into.changed.add(foreignKey(origin, ""));
      else add(into.vertices, foreignKey(origin, ""), { url, vertex });
      if (isLate) add(into.late, origin, url);
    }
  }
}

export function foreignKey(url: string, name: string): string {
  return `${url}\0${name}`;
}
