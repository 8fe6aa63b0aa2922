import { analyze } from "../../loader/analysis/analyze.ts";
import { kindByExtension } from "../../loader/session/module-path.ts";
import { syntaxOf } from "../../loader/analysis/syntax/parse.ts";
import { ProgramLinker } from "../../loader/digest/linker.ts";
import { type FactsOutcome, ModuleTable } from "../../loader/digest/module-table.ts";
import { ImportResolver } from "../../loader/digest/resolve.ts";
import type { Link } from "../../runtime/call/link.ts";

export type Files = Readonly<Record<string, string>>;

export interface VirtualProgram {
  /** Links the function of this qualified name. */
  link(file: string, name: string): Link;
  /** Its code digest; throws where it cannot be linked. */
  digest(file: string, name: string): string;
}

const BASE = "file:///app/";

/** Modules that exist in memory only, all of them loaded, in the order given. Relative imports lead to one another. */
export function virtualProgram(files: Files, order: readonly string[] = Object.keys(files)): VirtualProgram {
  const factsOf = (url: string): FactsOutcome => {
    const text = files[url.slice(BASE.length)];
    const syntax = syntaxOf(url);
    if (text === undefined || syntax === undefined) throw new Error(`no such file: ${url}`);
    const analysis = analyze(text, syntax, kindByExtension(url));
    if (!analysis.ok) throw new Error(`${url}:${analysis.line}: ${analysis.message}`);
    return analysis;
  };
  const modules = new ModuleTable({ ofLoaded: factsOf, ofFile: (url) => ({ textHash: "", outcome: factsOf(url) }) });
  const resolver = new ImportResolver();
  for (const file of order) {
    modules.add(BASE + file, file, undefined);
    const outcome = factsOf(BASE + file);
    for (const { specifier, kind } of outcome.ok ? outcome.facts.imports : []) {
      if (specifier.startsWith("."))
        resolver.record(BASE + file, kind, specifier, new URL(specifier, BASE + file).href);
    }
  }
  const linker = new ProgramLinker({
    modules,
    resolver,
    projectName: "app",
    relativePath: (url) => url.slice(BASE.length),
    optionsOf: () => ({ ignore: [] }),
    drain: () => undefined,
  });
  const link = (file: string, name: string): Link => {
    const outcome = modules.facts(BASE + file);
    const fn = outcome.ok ? outcome.facts.functions.find((candidate) => candidate.name === name) : undefined;
    if (fn === undefined) throw new Error(`${file} has no function ${name}`);
    return linker.link(BASE + file, fn.index);
  };
  return {
    link,
    digest(file, name) {
      const linked = link(file, name);
      if (!linked.ok)
        throw new Error(`${file}#${name} cannot be linked: ${linked.note.code} ${linked.note.detail ?? ""}`);
      return linked.codeDigest;
    },
  };
}
