import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { findExport, type ModuleAccess } from "../../loader/digest/world/find-export.ts";
import { ModuleDigests } from "../../loader/digest/module-digests.ts";
import { ModuleTable } from "../../loader/digest/world/module-table.ts";
import { createPackageReader } from "../../loader/digest/world/packages.ts";
import { ImportResolver } from "../../loader/digest/world/resolve.ts";
import { sha256 } from "../../loader/digest/sha256.ts";
import type { FactsStore } from "../../loader/facts/facts-store.ts";
import type { TargetRun } from "./stage.ts";

/** Simpler ways to say that a function's code is the same. */
export const strategies = [
  "own text",
  "text of all modules it imports",
  "the same, normalized",
  "package version",
] as const;

/** What each strategy takes for the code of a target. */
export type CodeNames = Readonly<Record<(typeof strategies)[number], string>>;

export interface Version {
  readonly root: string;
  readonly version: string;
}

/** Names the code of targets by all strategies, for one version. They get the target's module by name: no bundle, no index. */
export function nameCode({ root, version }: Version, store: FactsStore): (target: TargetRun) => CodeNames {
  const access: ModuleAccess = { modules: new ModuleTable(store), resolver: new ImportResolver() };
  const digests = new ModuleDigests({
    ...access,
    describePackage: createPackageReader(),
    relativePath: (url) => url.slice(pathToFileURL(root).href.length),
  });
  const closureTexts = new Map<string, string>();
  const closureText = (url: string): string => {
    const known = closureTexts.get(url) ?? sha256(digests.closure(url).map(textOf).sort());
    closureTexts.set(url, known);
    return known;
  };
  return ({ asked, own }) => {
    const modules = modulesOf(root, asked, access);
    return {
      "own text": own,
      "text of all modules it imports": modules.map(closureText).join(),
      "the same, normalized": modules.map((url) => digests.chained(url) ?? "").join(),
      "package version": version,
    };
  };
}

function modulesOf(root: string, asked: string, access: ModuleAccess): string[] {
  const file = pathToFileURL(join(root, "package", `${asked}.js`)).href;
  if (asked.includes("/")) return [file];
  const lib = pathToFileURL(join(root, "lib.mjs")).href;
  return findExport(lib, asked, access).map((definition) => ("url" in definition ? definition.url : lib));
}

function textOf(url: string): string {
  return readFileSync(fileURLToPath(url), "utf8");
}
