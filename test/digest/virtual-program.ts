import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { analyze, type Analysis } from "../../loader/analysis/analyze.ts";
import type { FunctionFacts } from "../../loader/analysis/functions/function-facts.ts";
import { kindByExtension } from "../../loader/session/module-path.ts";
import { syntaxOf } from "../../loader/analysis/syntax/parse.ts";
import type { ModuleKind, Syntax } from "../../loader/analysis/syntax/syntax.ts";
import { emitOptionsOf } from "../../loader/digest/world/emit-options.ts";
import type { LinkLog } from "../../loader/digest/link-log.ts";
import { ProgramLinker } from "../../loader/digest/linker.ts";
import { ModuleDigests } from "../../loader/digest/module-digests.ts";
import { type FactsOutcome, ModuleTable } from "../../loader/digest/world/module-table.ts";
import { packLog, unpackLog } from "../../loader/facts/link-log-text.ts";
import { packFacts, type PackedFacts, unpackFacts } from "../../loader/facts/packed-facts.ts";
import { ImportResolver } from "../../loader/digest/world/resolve.ts";
import type { Link } from "../../runtime/call/link.ts";

export type Files = Readonly<Record<string, string>>;

export interface VirtualProgram {
  /** Links the function of this qualified name. */
  link(file: string, name: string): Link;
  has(file: string, name: string): boolean;
  /** Digests of a module by itself, and chained over what it imports. */
  module(file: string): { readonly own: string | undefined; readonly chained: string | undefined };
  /** Its code digest; throws where it cannot be linked. */
  digest(file: string, name: string): string;
}

const BASE = "file:///app/";

/**
 * Modules that exist in memory only, all of them loaded, in the order given. Relative imports lead to one another.
 *
 * @param resolve Says which file a specifier leads to; else it is taken literally.
 */
export function virtualProgram(
  files: Files,
  order: readonly string[] = Object.keys(files).filter((file) => !file.endsWith(".json")),
  resolve: (importer: string, specifier: string) => string | undefined = literally,
): VirtualProgram {
  const factsOf = (url: string): FactsOutcome => {
    const text = files[url.slice(BASE.length)];
    const syntax = syntaxOf(url);
    if (text === undefined || syntax === undefined) throw new Error(`no such file: ${url}`);
    const analysis = analyzeOnce(text, syntax, kindByExtension(url));
    if (!analysis.ok) throw new Error(`${url}:${analysis.line}: ${analysis.message}`);
    return analysis;
  };
  const modules = new ModuleTable({
    ofLoaded: factsOf,
    ofFile: (url) => ({ textHash: "", outcome: factsOf(url) }),
    hashOfFile: () => "",
  });
  const resolver = new ImportResolver();
  for (const file of order) {
    if (file.endsWith(".json")) continue;
    modules.add(BASE + file, hash("sha256", files[file] ?? "", "hex"), undefined);
    const outcome = factsOf(BASE + file);
    for (const { specifier, kind } of outcome.ok ? outcome.facts.imports : []) {
      const target = resolve(file, specifier);
      if (target !== undefined) resolver.record(BASE + file, kind, specifier, urlOf(target, files));
    }
  }
  const linkerWith = (earlier: readonly LinkLog[]): ProgramLinker =>
    new ProgramLinker({
      modules,
      resolver,
      emit: emitOptionsOf("/", undefined),
      projectName: "app",
      relativePath: (url) => url.slice(BASE.length),
      picked: () => undefined,
      drain: () => undefined,
      earlierLinks: () => earlier,
    });
  const linker = linkerWith([]);
  const warm = linkerWith([...logs]);
  const digests = new ModuleDigests({
    modules,
    resolver,
    describePackage: () => undefined,
    relativePath: (url) => url.slice(BASE.length),
  });
  const find = (file: string, name: string): FunctionFacts | undefined => {
    const outcome = modules.facts(BASE + file);
    return outcome.ok ? outcome.facts.functions.find((candidate) => candidate.name === name) : undefined;
  };
  const link = (file: string, name: string): Link => {
    const fn = find(file, name);
    if (fn === undefined) throw new Error(`${file} has no function ${name}`);
    const linked = linker.link(BASE + file, fn.index);
    if (isCompared()) assert.deepEqual(withoutParts(warm.link(BASE + file, fn.index)), withoutParts(linked));
    logs.unshift(...linker.newLinks().map((log) => unpackLog(packLog(log))));
    logs.splice(MOST_LOGS);
    return linked;
  };
  return {
    link,
    module: (file) => ({ own: digests.own(BASE + file), chained: digests.chained(BASE + file) }),
    has: (file, name) => find(file, name) !== undefined,
    digest(file, name) {
      const linked = link(file, name);
      if (!linked.ok)
        throw new Error(`${file}#${name} cannot be linked: ${linked.note.code} ${linked.note.detail ?? ""}`);
      return linked.codeDigest;
    },
  };
}

/**
 * Of the programs before: each program is also linked with these at hand, as a run after an edit is, and that has to give the same.
 * All programs have their modules at the same addresses.
 */
const logs: LinkLog[] = [];

const MOST_LOGS = 10;

/** Of the thousands of links of the perturbation suite, an eighth: to link twice takes twice the time. */
const ALWAYS_COMPARED = 2_000;
let linked = 0;

function isCompared(): boolean {
  linked += 1;
  return linked <= ALWAYS_COMPARED || linked % 8 === 0;
}

/** Names and shapes are kept by module; their order says nothing. */
function withoutParts(link: Link): object {
  if (!link.ok) return link;
  const byUrl = (a: { readonly url: string }, b: { readonly url: string }): number =>
    a.url < b.url ? -1 : Number(a.url > b.url);
  return { ...link, parts: undefined, names: [...link.names].sort(byUrl), shapes: [...link.shapes].sort(byUrl) };
}

/** Facts depend on the text alone: programs that share modules share their facts. */
const analyses = new Map<string, Analysis>();

function analyzeOnce(text: string, syntax: Syntax, kind: ModuleKind | undefined): Analysis {
  const key = `${syntax} ${kind ?? ""} ${text}`;
  let analysis = analyses.get(key);
  if (analysis === undefined) {
    analysis = throughDisk(analyze(text, syntax, kind));
    if (analyses.size > 500) analyses.delete(analyses.keys().next().value ?? "");
    analyses.set(key, analysis);
  }
  return analysis;
}

/** As a later run has them, which has to be what they are. */
function throughDisk(analysis: Analysis): Analysis {
  if (!analysis.ok) return analysis;
  const kept = unpackFacts(JSON.parse(JSON.stringify(packFacts(analysis.facts))) as PackedFacts);
  assert.deepEqual(kept, JSON.parse(JSON.stringify(analysis.facts)));
  return { ...analysis, facts: kept };
}

function literally(importer: string, specifier: string): string | undefined {
  return specifier.startsWith(".") ? new URL(specifier, BASE + importer).href.slice(BASE.length) : undefined;
}

/** JSON is read from disk when a target reaches it. */
function urlOf(file: string, files: Files): string {
  if (!file.endsWith(".json")) return BASE + file;
  const text = files[file] ?? "";
  contents ??= mkdtempSync(join(tmpdir(), "astrocache-virtual-"));
  const path = join(contents, `${hash("sha256", text, "hex").slice(0, 16)}.json`);
  writeFileSync(path, text);
  return pathToFileURL(path).href;
}

let contents: string | undefined;
process.on("exit", () => {
  if (contents !== undefined) rmSync(contents, { recursive: true, force: true });
});
