import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ModuleFacts } from "../../loader/analysis/facts.ts";
import { ProgramLinker } from "../../loader/digest/linker.ts";
import { ModuleTable } from "../../loader/digest/module-table.ts";
import { ImportResolver } from "../../loader/digest/resolve.ts";
import { FactsStore, hashText } from "../../loader/facts/facts-store.ts";
import { mayMatchFile, parsePatterns } from "../../loader/select/patterns.ts";
import { select, type Selection } from "../../loader/select/select.ts";
import { relativePath } from "../../loader/session/module-path.ts";
import type { Link, TargetFacts } from "../../runtime/call/link.ts";
import type { TargetEntry } from "../../runtime/config/config.ts";
import type { PartialOptions, TargetOptions } from "../../runtime/config/target-options.ts";
import { AstrocacheError } from "../../runtime/errors.ts";
import type { ReasonNote } from "../../runtime/reasons.ts";
import { sourceFiles } from "./source-files.ts";

export interface StaticPlace {
  readonly root: string;
  readonly project: string;
  readonly targets: readonly TargetEntry[];
  readonly defaults: PartialOptions;
  /** A pattern for files that are looked into besides, though it picks nothing. */
  readonly alsoLookInto?: string | undefined;
  /** Folder of the facts that runs keep; what is found here is kept there, too. */
  readonly factsFolder: string;
}

/** A module in which something is picked, or could not be. */
export interface StaticModule {
  readonly file: string;
  readonly url: string;
  readonly facts: ModuleFacts;
  readonly selection: Selection;
}

export interface StaticProgram {
  readonly modules: readonly StaticModule[];
  /** What users have to correct: wrong tags, at their places. */
  readonly errors: readonly AstrocacheError[];
  readonly unparsable: readonly ReasonNote[];
  describe(module: StaticModule, index: number): TargetFacts | undefined;
  link(module: StaticModule, index: number): Link;
}

/** The program as its files show it, without running any of it: what runs would pick, and what the code of that is. */
export function openStaticProgram(place: StaticPlace): StaticProgram {
  const store = new FactsStore(place.factsFolder, () => undefined);
  const table = new ModuleTable(store);
  const resolver = new ImportResolver();
  const modules: StaticModule[] = [];
  const errors: AstrocacheError[] = [];
  const unparsable: ReasonNote[] = [];
  for (const file of candidates(place)) {
    try {
      const found = readModule(file, place, store);
      if (found.ok) modules.push(found.module);
      else unparsable.push({ ...found.note, file });
    } catch (error) {
      if (!(error instanceof AstrocacheError)) throw error;
      errors.push(error);
    }
  }
  addReached(modules, { store, table, resolver });
  const options = new Map(
    modules.map(({ url, selection }) => [url, new Map(selection.targets.map((one) => [one.index, one.options]))]),
  );
  const linker = new ProgramLinker({
    modules: table,
    resolver,
    projectName: place.project,
    relativePath: (url) => relativePath(place.root, url),
    optionsOf: (url, index): TargetOptions | undefined => options.get(url)?.get(index),
    drain: () => undefined,
  });
  return {
    modules,
    errors,
    unparsable,
    describe: ({ url }, index) => linker.describe(url, index),
    link: ({ url }, index) => linker.link(url, index),
  };
}

/** Files that a pattern may match, and those in which the word of a tag stands. */
function candidates({ root, targets, alsoLookInto }: StaticPlace): string[] {
  const patterns = [...parsePatterns(targets), ...(alsoLookInto === undefined ? [] : parsePatterns(alsoLookInto))];
  const files = sourceFiles(
    root,
    patterns.map(({ text }) => text),
  );
  return files.filter(
    (file) => mayMatchFile(patterns, file) || readFileSync(path.join(root, file)).includes("@astrocache"),
  );
}

type ReadModule =
  | { readonly ok: true; readonly module: StaticModule }
  | { readonly ok: false; readonly note: ReasonNote };

function readModule(file: string, { root, targets, defaults }: StaticPlace, store: FactsStore): ReadModule {
  const url = pathToFileURL(path.join(root, file)).href;
  const text = readFileSync(path.join(root, file), "utf8");
  const outcome = store.ofText(url, text, hashText(text));
  if (!outcome.ok) return outcome;
  const sourceLine = (line: number): string | undefined => text.split(/\r\n?|\n/)[line - 1];
  const selection = select(outcome.facts, file, parsePatterns(targets), { mode: "on", defaults, sourceLine });
  return { ok: true, module: { file, url, facts: outcome.facts, selection } };
}

interface Reaching {
  readonly store: FactsStore;
  readonly table: ModuleTable;
  readonly resolver: ImportResolver;
}

/** A run would load what these modules import, and modules change what others declare. */
function addReached(modules: readonly StaticModule[], { store, table, resolver }: Reaching): void {
  const pending = modules.filter(({ selection }) => selection.targets.length > 0).map(({ url }) => url);
  const done = new Set(pending);
  for (let url = pending.pop(); url !== undefined; url = pending.pop()) {
    const { textHash, outcome } = store.ofFile(url);
    const facts = outcome.ok ? outcome.facts : undefined;
    table.add(url, textHash, facts === undefined ? undefined : facts.ambient.length + facts.foreign.length > 0);
    for (const imported of facts?.imports ?? []) {
      const resolved = resolver.resolve(url, imported);
      if (resolved.kind !== "source" || done.has(resolved.url)) continue;
      done.add(resolved.url);
      pending.push(resolved.url);
    }
  }
}
