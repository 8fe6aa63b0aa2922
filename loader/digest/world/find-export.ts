import type { ModuleFacts } from "../../analysis/facts.ts";
import type { ReasonNote } from "../../../runtime/reasons.ts";
import type { LinkedModules } from "./link-questions.ts";
import type { ResolvedImport, Resolver } from "./resolve.ts";
import { StarNames } from "./star-names.ts";

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
  readonly modules: Pick<LinkedModules, "facts">;
  readonly resolver: Resolver;
}

/** By access, which does not outlive a load of a module that changes what was found. */
const starNames = new WeakMap<ModuleAccess, StarNames>();

function starNamesOf(access: ModuleAccess): StarNames {
  let names = starNames.get(access);
  if (names === undefined) starNames.set(access, (names = new StarNames(access)));
  return names;
}

/** Follows an import through re-exports to what defines it. Several where the text leaves it open. */
export function findImported(
  url: string,
  facts: ModuleFacts,
  place: number,
  name: string,
  access: ModuleAccess,
): Definition[] {
  return follow({ kind: "import", url, facts, place, name }, access, new Set());
}

/** `name` is `*` for the whole module. */
export function findExport(url: string, name: string, access: ModuleAccess): Definition[] {
  return follow({ kind: "export", url, name }, access, new Set());
}

/** What is known on the way from a name to its definitions. */
type Step =
  | { readonly kind: "export"; readonly url: string; readonly name: string }
  | {
      readonly kind: "import";
      readonly url: string;
      readonly facts: ModuleFacts;
      readonly place: number;
      readonly name: string;
    }
  | {
      readonly kind: "stars";
      readonly url: string;
      readonly facts: ModuleFacts;
      readonly places: readonly number[];
      readonly name: string;
    }
  | { readonly kind: "end"; readonly definition: Definition | undefined };

/** Chains of re-exports are followed in a loop, since they may be longer than the call stack; only where they fork it calls itself. */
function follow(start: Step, access: ModuleAccess, seen: Set<string>): Definition[] {
  let step = start;
  // Behind `export *` it is found, or it is all of the module that has the star.
  let behindStar: Definition | undefined;
  for (;;) {
    if (step.kind === "end") {
      const { definition } = step;
      const found = definition?.kind === "whole" ? (behindStar ?? definition) : (definition ?? behindStar);
      return found === undefined ? [] : [found];
    }
    if (step.kind === "stars") {
      const whole: Definition = { kind: "whole", url: step.url, name: step.name };
      const [place, second] = step.places;
      if (second !== undefined) {
        const found = fork(step, access, seen);
        return found.length > 0 ? found : [behindStar ?? whole];
      }
      if (step.name !== "default") behindStar ??= whole;
      step = place === undefined ? { kind: "end", definition: whole } : { ...step, kind: "import", place };
    } else step = step.kind === "import" ? throughImport(step, access) : throughExport(step, access, seen);
  }
}

function fork(
  { url, facts, places, name }: Extract<Step, { kind: "stars" }>,
  access: ModuleAccess,
  seen: Set<string>,
): Definition[] {
  return places
    .flatMap((place) => follow({ kind: "import", url, facts, place, name }, access, seen))
    .filter((definition) => definition.kind !== "whole" || name === "default");
}

function throughImport({ url, facts, place, name }: Extract<Step, { kind: "import" }>, access: ModuleAccess): Step {
  const imported = facts.imports[place];
  if (imported === undefined) return { kind: "end", definition: undefined };
  const resolved = access.resolver.resolve(url, imported);
  if (resolved.kind === "source") return { kind: "export", url: resolved.url, name };
  return { kind: "end", definition: { kind: "outside", resolved, specifier: imported.specifier, name } };
}

function throughExport(
  { url, name }: Extract<Step, { kind: "export" }>,
  access: ModuleAccess,
  seen: Set<string>,
): Step {
  const outcome = access.modules.facts(url);
  if (!outcome.ok) return { kind: "end", definition: { kind: "failed", note: outcome.note } };
  const { facts } = outcome;
  const key = `${url}\0${name}`;
  if (seen.has(key)) return { kind: "end", definition: undefined };
  seen.add(key);
  if (name === "*") return { kind: "end", definition: { kind: "whole", url } };
  if (facts.opaqueExports) return { kind: "end", definition: { kind: "whole", url, name } };
  const exported = Object.hasOwn(facts.exports, name) ? facts.exports[name] : undefined;
  if (exported?.kind === "local") return throughLocal(url, facts, exported.name);
  if (exported?.kind === "from") return { kind: "import", url, facts, place: exported.import, name: exported.name };
  // Names that are not there are undefined; the default import of a CommonJS module is its whole exports object.
  const places =
    name === "default"
      ? facts.starExports.filter((place) => !isDefaultOfModule(facts, place))
      : starNamesOf(access).places(url, facts, name);
  return { kind: "stars", url, facts, places, name };
}

/** A local name that was imported leads on. */
function throughLocal(url: string, facts: ModuleFacts, name: string): Step {
  const binding = Object.hasOwn(facts.bindings, name) ? facts.bindings[name] : undefined;
  if (binding?.kind === "import") return { kind: "import", url, facts, place: binding.import, name: binding.name };
  return { kind: "end", definition: { kind: "binding", url, name } };
}

/** `export *` leaves out the default export; `module.exports = require()` does not. */
function isDefaultOfModule(facts: ModuleFacts, place: number): boolean {
  return facts.imports[place]?.kind === "import";
}
