import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const require = createRequire(import.meta.url);

/** Packages that are written in different ways: compiled, bundled, by hand; modules and CommonJS. */
const PACKAGES = ["@babel/core", "@babel/parser", "fast-check", "magic-string", "picomatch", "keyv", "semver"];

/** Real JavaScript out of installed packages, at most `perPackage` files of each, spread over their folders. */
export function sourceFiles(perPackage: number): readonly SourceFile[] {
  return PACKAGES.flatMap((name) => {
    const root = folderOf(name);
    const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.[cm]?js$/.test(path) && !path.includes("node_modules"))
      .sort();
    const step = Math.max(1, Math.floor(paths.length / perPackage));
    const chosen = paths.filter((_, i) => i % step === 0).slice(0, perPackage);
    return chosen.map((path) => ({ path: `${name}/${path}`, text: readFileSync(join(root, path), "utf8") }));
  });
}

/** Not by resolving its package.json, which not every package lets others see. */
function folderOf(name: string): string {
  const folders = (require.resolve.paths(name) ?? []).map((folder) => join(folder, name));
  const found = folders.find((folder) => existsSync(join(folder, "package.json")));
  if (found === undefined) throw new Error(`${name} is not installed`);
  return found;
}
