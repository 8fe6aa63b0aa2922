import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ModuleFacts } from "../../loader/analysis/facts.ts";
import type { FunctionFacts } from "../../loader/analysis/functions/function-facts.ts";
import type { ReadEmitOptions } from "../../loader/digest/world/emit-options.ts";
import { ProgramLinker } from "../../loader/digest/linker.ts";
import { type ManifestModule, manifestModules } from "../../loader/digest/manifest.ts";
import { ModuleDigests } from "../../loader/digest/module-digests.ts";
import { ModuleTable } from "../../loader/digest/world/module-table.ts";
import { createPackageReader } from "../../loader/digest/world/packages.ts";
import { ImportResolver } from "../../loader/digest/world/resolve.ts";
import { FactsStore, hashText } from "../../loader/facts/facts-store.ts";
import { mayMatchFile, parsePatterns, type Pattern } from "../../loader/select/patterns.ts";
import { select, type Selection } from "../../loader/select/select.ts";
import { relativePath } from "../../loader/session/module-path.ts";
import type { Link, TargetFacts } from "../../runtime/call/link.ts";
import type { TargetEntry } from "../../runtime/config/config.ts";
import type { PartialOptions } from "../../runtime/config/target-options.ts";
import { AstrocacheError } from "../../runtime/errors.ts";
import type { ReasonNote } from "../../runtime/reasons.ts";
import { findPrograms, ImportMap, type Program } from "./programs.ts";
import type { Progress } from "../../runtime/report/progress.ts";
import { sourceFiles } from "./source-files.ts";

export interface StaticPlace {
  readonly root: string;
  readonly project: string;
  readonly emit: ReadEmitOptions;
  readonly targets: readonly TargetEntry[];
  readonly defaults: PartialOptions;
  /** A pattern for files that are looked into besides, though it picks nothing. */
  readonly alsoLookInto?: string | undefined;
  /** First modules of programs, relative to the root. Undefined: the files that no other file imports. */
  readonly entries?: readonly string[] | undefined;
  /** Called for each file. */
  readonly progress?: Progress;
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
  /** One for each code that the function has in the programs that load it; mostly one. */
  links(module: StaticModule, index: number): readonly ProgramLink[];
  /** Digests of the modules of all programs. */
  digests(): readonly ManifestModule[];
}

export interface ProgramLink {
  /** Of the programs, relative to the root. */
  readonly entries: readonly string[];
  readonly link: Link;
}

/** The programs as their files show them, without running any: what runs would pick, and what the code of that is. */
export function openStaticProgram(place: StaticPlace): StaticProgram {
  const store = new FactsStore(place.factsFolder, () => undefined);
  const resolver = new ImportResolver();
  const { modules, errors, unparsable } = readModules(place, store);
  const imports = new ImportMap(store, resolver, place.emit);
  const files = once(() => sourceFiles(place.root, textsOf(place)));
  const programs = once(() => findPrograms({ root: place.root, files: files(), entries: place.entries }, imports));
  const selected = new Map(
    modules.map(({ url, facts, selection }) => [
      url,
      new Map(selection.targets.map((one) => [one.index, { ...one, fn: functionAt(facts, one.index) }])),
    ]),
  );
  const newLinker = (urls: Iterable<string>): ProgramLinker =>
    new ProgramLinker({
      modules: tableOf(urls, store, imports),
      resolver,
      emit: place.emit,
      projectName: place.project,
      relativePath: (url) => relativePath(place.root, url),
      picked: (url, index) => selected.get(url)?.get(index),
      drain: () => undefined,
    });
  const describer = once(() => newLinker([]));
  const linkers = once(() => programs().map((program) => ({ program, linker: newLinker(program.modules) })));
  return {
    modules,
    errors,
    unparsable,
    describe: ({ url }, index) => describer().describe(url, index),
    links: ({ url }, index) =>
      distinct(
        linkers()
          .filter(({ program }) => program.modules.has(url))
          .map(({ program, linker }) => ({ entries: program.entries, link: linker.link(url, index) })),
      ),
    digests: () => digestsOf(programs(), { root: place.root, store, resolver }),
  };
}

function functionAt({ functions }: ModuleFacts, index: number): FunctionFacts {
  const fn = functions[index];
  if (fn === undefined) throw new Error(`there is no function ${index}`);
  return fn;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function distinct(links: readonly ProgramLink[]): ProgramLink[] {
  const found = new Map<string, ProgramLink>();
  for (const { entries, link } of links) {
    const key = link.ok ? link.codeDigest : JSON.stringify(link.note);
    found.set(key, { entries: [...(found.get(key)?.entries ?? []), ...entries], link: found.get(key)?.link ?? link });
  }
  return [...found.values()];
}

/** As if a run had loaded these modules. */
function tableOf(urls: Iterable<string>, store: FactsStore, imports: ImportMap): ModuleTable {
  const table = new ModuleTable(store);
  for (const url of urls) {
    const { textHash, reachesOut } = imports.of(url);
    table.add(url, textHash, reachesOut);
  }
  return table;
}

interface DigestPlace {
  readonly root: string;
  readonly store: FactsStore;
  readonly resolver: ImportResolver;
}

function digestsOf(programs: readonly Program[], { root, store, resolver }: DigestPlace): ManifestModule[] {
  const fileOf = (url: string): string => relativePath(root, url);
  const digests = new ModuleDigests({
    modules: new ModuleTable(store),
    resolver,
    describePackage: createPackageReader(),
    relativePath: fileOf,
  });
  return manifestModules(new Set(programs.flatMap(({ modules }) => [...modules])), digests, fileOf);
}

function readModules(place: StaticPlace, store: FactsStore): Pick<StaticProgram, "modules" | "errors" | "unparsable"> {
  const modules: StaticModule[] = [];
  const errors: AstrocacheError[] = [];
  const unparsable: ReasonNote[] = [];
  for (const file of candidates(place)) {
    place.progress?.(`reading ${file}`);
    try {
      const found = readModule(file, place, store);
      if (found.ok) modules.push(found.module);
      else unparsable.push({ ...found.note, file });
    } catch (error) {
      if (!(error instanceof AstrocacheError)) throw error;
      errors.push(error);
    }
  }
  return { modules, errors, unparsable };
}

function patternsOf({ targets, alsoLookInto }: StaticPlace): Pattern[] {
  return [...parsePatterns(targets), ...(alsoLookInto === undefined ? [] : parsePatterns(alsoLookInto))];
}

function textsOf(place: StaticPlace): string[] {
  return patternsOf(place).map(({ text }) => text);
}

/** Files that a pattern may match, and those in which the word of a tag stands. */
function candidates(place: StaticPlace): string[] {
  const patterns = patternsOf(place);
  return sourceFiles(place.root, textsOf(place)).filter(
    (file) => mayMatchFile(patterns, file) || readFileSync(path.join(place.root, file)).includes("@astrocache"),
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
