import type { ReadEmitOptions } from "../../loader/digest/world/emit-options.ts";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { reachesOut } from "../../loader/digest/world/reaches-out.ts";
import type { ImportResolver, ResolvedImport } from "../../loader/digest/world/resolve.ts";
import type { FactsStore } from "../../loader/facts/facts-store.ts";

/** Modules that one entry loads, or several that make no difference to what any target does. */
export interface Program {
  /** Relative to the root. */
  readonly entries: readonly string[];
  readonly modules: ReadonlySet<string>;
}

export interface LoadedModule {
  readonly textHash: string;
  /** Whether it changes what other modules declare; undefined where it cannot be parsed. */
  readonly reachesOut: boolean | undefined;
  /** URLs of the modules that it imports, but for packages. */
  readonly imports: readonly string[];
}

/** What modules import, as a run would resolve it. */
export class ImportMap {
  readonly #known = new Map<string, LoadedModule>();
  readonly #store: FactsStore;
  readonly #resolver: ImportResolver;
  readonly #emit: ReadEmitOptions;

  constructor(store: FactsStore, resolver: ImportResolver, emit: ReadEmitOptions) {
    this.#store = store;
    this.#resolver = resolver;
    this.#emit = emit;
  }

  of(url: string): LoadedModule {
    let known = this.#known.get(url);
    if (known === undefined) {
      known = this.#read(url);
      this.#known.set(url, known);
    }
    return known;
  }

  /** All that a module loads, itself first. */
  reach(url: string): Set<string> {
    const found = new Set([url]);
    for (const each of found) for (const imported of this.of(each).imports) found.add(imported);
    return found;
  }

  #read(url: string): LoadedModule {
    const { textHash, outcome } = this.#store.ofFile(url);
    if (!outcome.ok) return { textHash, reachesOut: undefined, imports: [] };
    const { imports, vertices } = outcome.facts;
    const runtime = vertices.some(({ emits }) => emits.includes("jsx")) ? this.#emit().jsxRuntime : undefined;
    const implied = runtime === undefined ? [] : [{ kind: "import", specifier: runtime } as const];
    const urls = [...imports, ...implied].flatMap((imported) => moduleOf(this.#resolver.resolve(url, imported)));
    return { textHash, reachesOut: reachesOut(outcome.facts), imports: [...new Set(urls)] };
  }
}

/** As in a run, what packages change of globals is in their versions. */
function moduleOf(resolved: ResolvedImport): string[] {
  return resolved.kind === "source" ? [resolved.url] : [];
}

/**
 * The programs that files make. A module that changes globals, or what others declare, counts for all that runs with it and
 * for nothing else: what a test sets up does not count for the application.
 *
 * @param entries relative to the root. Undefined: every one of `files` that no other one imports, and one of each circle of files
 * that nothing else imports.
 */
export function findPrograms(
  { root, files, entries }: { root: string; files: readonly string[]; entries: readonly string[] | undefined },
  imports: ImportMap,
): Program[] {
  const urlOf = (file: string): string => pathToFileURL(path.join(root, file)).href;
  const groups = new Map<string, { entries: string[]; modules: Set<string> }>();
  for (const entry of entries ?? findEntries(files, urlOf, imports)) {
    const modules = imports.reach(urlOf(entry));
    const changers = [...modules].filter((url) => imports.of(url).reachesOut === true).sort();
    const key = changers.join("\n");
    const group = groups.get(key) ?? { entries: [], modules: new Set() };
    groups.set(key, group);
    group.entries.push(entry);
    for (const url of modules) group.modules.add(url);
  }
  return [...groups.values()];
}

function findEntries(files: readonly string[], urlOf: (file: string) => string, imports: ImportMap): string[] {
  const imported = new Set(
    files.flatMap((file) => imports.of(urlOf(file)).imports.filter((url) => url !== urlOf(file))),
  );
  const entries = files.filter((file) => !imported.has(urlOf(file)));
  const reached = new Set<string>();
  const enter = (file: string): void => {
    for (const url of imports.reach(urlOf(file))) reached.add(url);
  };
  entries.forEach(enter);
  for (const file of files) {
    if (reached.has(urlOf(file))) continue;
    entries.push(file);
    enter(file);
  }
  return entries;
}
