import { readdirSync } from "node:fs";
import path from "node:path";
import { syntaxOf } from "../../loader/analysis/syntax/parse.ts";

/** What tools make: looked into only where a pattern names the folder. */
const MADE = new Set(["node_modules", "dist", "build", "out", "coverage"]);

/**
 * Sources below the root, relative to it with `/`, in order of their paths. Folders whose names begin with a dot, installed
 * packages and what tools make are left out unless one of `patterns` names them.
 */
export function sourceFiles(root: string, patterns: readonly string[]): string[] {
  const named = new Set(patterns.flatMap((pattern) => pattern.replace(/#.*/s, "").split("/")));
  const isLeftOut = (name: string): boolean => (MADE.has(name) || name.startsWith(".")) && !named.has(name);
  const files: string[] = [];
  const pending = [""];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const file = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !isLeftOut(entry.name)) pending.push(file);
      else if (entry.isFile() && isSource(entry.name)) files.push(file);
    }
  }
  return files.sort();
}

function isSource(name: string): boolean {
  return syntaxOf(name) !== undefined && !/\.d\.[cm]?ts$/.test(name);
}
