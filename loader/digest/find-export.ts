import type { ModuleFacts } from "../analysis/facts.ts";
import type { ReasonNote } from "../../runtime/reasons.ts";
import type { ModuleTable } from "./module-table.ts";
import type { ResolvedImport, Resolver } from "./resolve.ts";

/** What an imported name stands for. */
export type Definition =
  | { readonly kind: "binding"; readonly url: string; readonly name: string }
  /** All statements of a module. `name`: one of its exports is meant, but the text does not tell which statements make it. */
  | { readonly kind: "whole"; readonly url: string; readonly name?: string }
  | {
      readonly kind: "outside";
      readonly resolved: Exclude<ResolvedImport, { kind: "source" }>;
      readonly specifier: string;
      readonly name: string;
    }
  | { readonly kind: "failed"; readonly note: ReasonNote };

export interface ModuleAccess {
  readonly modules: ModuleTable;
  readonly resolver: Resolver;
}

/** Follows an import through re-exports to what defines it. Several where the text leaves it open. */
export function findImported(
  url: string,
  facts: ModuleFacts,
  place: number,
  name: string,
  access: ModuleAccess,
  seen: ReadonlySet<string> = new Set(),
): Definition[] {
  const imported = facts.imports[place];
  if (imported === undefined) return [];
  const resolved = access.resolver.resolve(url, imported);
  if (resolved.kind !== "source") return [{ kind: "outside", resolved, specifier: imported.specifier, name }];
  return findExport(resolved.url, name, access, seen);
}

/** `name` is `*` for the whole module. */
export function findExport(
  url: string,
  name: string,
  access: ModuleAccess,
  seen: ReadonlySet<string> = new Set(),
): Definition[] {
  const outcome = access.modules.facts(url);
  if (!outcome.ok) return [{ kind: "failed", note: outcome.note }];
  const step = `${url}\0${name}`;
  if (seen.has(step)) return [];
  const { facts } = outcome;
  const path = new Set(seen).add(step);
  const exported = Object.hasOwn(facts.exports, name) ? facts.exports[name] : undefined;
  if (name === "*") return [{ kind: "whole", url }];
  if (facts.opaqueExports) return [{ kind: "whole", url, name }];
  if (exported?.kind === "local") return ofLocal(url, facts, exported.name, access, path);
  if (exported?.kind === "from") return findImported(url, facts, exported.import, exported.name, access, path);
  const viaStars = facts.starExports.flatMap((place) =>
    isDefaultOfModule(name, facts, place) ? [] : findImported(url, facts, place, name, access, path),
  );
  const found = viaStars.filter((definition) => definition.kind !== "whole" || name === "default");
  if (found.length > 0) return found;
  // The default import of a CommonJS module is its whole exports object; other names that are not there are undefined.
  return [{ kind: "whole", url, name }];
}

/** A local name that was imported leads on. */
function ofLocal(
  url: string,
  facts: ModuleFacts,
  name: string,
  access: ModuleAccess,
  path: ReadonlySet<string>,
): Definition[] {
  const binding = Object.hasOwn(facts.bindings, name) ? facts.bindings[name] : undefined;
  if (binding?.kind === "import") return findImported(url, facts, binding.import, binding.name, access, path);
  return [{ kind: "binding", url, name }];
}

/** `export *` leaves out the default export; `module.exports = require()` does not. */
function isDefaultOfModule(name: string, facts: ModuleFacts, place: number): boolean {
  return name === "default" && facts.imports[place]?.kind === "import";
}
