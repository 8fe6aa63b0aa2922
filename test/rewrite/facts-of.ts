import { analyze } from "../../loader/analysis/analyze.ts";
import type { ModuleFacts } from "../../loader/analysis/facts.ts";
import { parse, syntaxOf } from "../../loader/analysis/syntax/parse.ts";
import type { ModuleKind } from "../../loader/analysis/syntax/syntax.ts";

/** The facts of a text; undefined where it cannot be parsed. */
export function factsOf(text: string, path: string, kind: ModuleKind | undefined): ModuleFacts | undefined {
  const analysis = analyze(text, syntaxOf(path) ?? "js", kind);
  return analysis.ok ? analysis.facts : undefined;
}

export function isValid(text: string, path: string, kind: ModuleKind | undefined): boolean {
  return parse(text, syntaxOf(path) ?? "js", kind).ok;
}
