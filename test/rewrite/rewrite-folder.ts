import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { syntaxOf } from "../../loader/analysis/syntax/parse.ts";
import type { ModuleKind } from "../../loader/analysis/syntax/syntax.ts";
import type { ReasonCode } from "../../runtime/reasons.ts";
import { rewrite } from "../../loader/rewrite/rewrite.ts";
import { complete } from "../../loader/rewrite/complete.ts";
import { isMovable } from "../../loader/rewrite/function-text.ts";
import { factsOf, isValid } from "./facts-of.ts";

export interface FolderSummary {
  readonly files: number;
  readonly functions: number;
  /** Functions that could not be rewritten, by reason. */
  readonly declined: ReadonlyMap<ReasonCode, number>;
  /** Files that could not be parsed, and stay as they are. */
  readonly unparsed: readonly string[];
  /** Files whose rewritten text cannot be parsed: always a defect. */
  readonly invalid: readonly string[];
}

export interface FolderOptions {
  readonly withMaps?: boolean;
  /** What the texts are; undefined where only the texts say it. */
  readonly kindOf?: (path: string) => ModuleKind | undefined;
}

/** Copies a folder, and rewrites every function in the copy that can be. */
export function rewriteFolder(from: string, to: string, options: FolderOptions = {}): FolderSummary {
  cpSync(from, to, { recursive: true, dereference: true });
  const declined = new Map<ReasonCode, number>();
  const unparsed: string[] = [];
  const invalid: string[] = [];
  let functions = 0;
  const paths = codePaths(to);
  for (const path of paths) {
    const kind = (options.kindOf ?? kindByName)(path);
    const text = readFileSync(path, "utf8");
    const facts = factsOf(text, path, kind);
    if (facts === undefined) {
      unparsed.push(path);
      continue;
    }
    for (const { impossible } of facts.functions) {
      if (impossible !== undefined) declined.set(impossible, (declined.get(impossible) ?? 0) + 1);
    }
    const selected = facts.functions.filter((fn) => fn.impossible === undefined);
    const marks = facts.passed.flatMap((index) => facts.functions[index] ?? []);
    const returned = facts.returned.flatMap((place) => {
      const fn = facts.functions[place.index];
      return fn === undefined ? [] : [{ fn, place }];
    });
    const accessors = Object.entries(facts.bindings).flatMap(([name, { kind }]) =>
      kind === "import" || !/^[\w$]+$/.test(name) ? [] : [name],
    );
    const place = { url: pathToFileURL(path).href, text, textHash: "hash" };
    const whole = complete(rewrite({ text, functions: selected, marks, returned }), {
      ...place,
      accessors,
      withMap: options.withMaps === true,
    });
    if (!isValid(whole, path, kind)) invalid.push(path);
    functions += selected.filter(isMovable).length;
    writeFileSync(path, whole);
  }
  return { files: paths.length, functions, declined, unparsed, invalid };
}

function codePaths(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && syntaxOf(entry.name) !== undefined && !/\.d\.[cm]?ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function kindByName(path: string): ModuleKind | undefined {
  if (/\.c[jt]s$/.test(path)) return "commonjs";
  return /\.m[jt]s$/.test(path) ? "module" : undefined;
}
