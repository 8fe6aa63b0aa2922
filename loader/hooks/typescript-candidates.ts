import { existsSync } from "node:fs";
import { dirname, isAbsolute, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The source that an emitted file's name stands for, as TypeScript itself resolves imports. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  ".js": [".ts", ".tsx"],
  ".jsx": [".tsx"],
  ".mjs": [".mts"],
  ".cjs": [".cts"],
};
const IMPLICIT = [".ts", ".tsx", ".jsx"];

/**
 * The TypeScript file that tsx would find where Node found nothing: `./x` for `x.ts`, `./x.js` for `x.ts`, a folder for its `index.ts`.
 * `parentPath` is a file. Undefined if there is none, then Node's error stands.
 */
export function findTypeScript(specifier: string, parentPath: string | undefined): string | undefined {
  const path = pathOf(specifier.replace(/[?#].*$/s, ""), parentPath);
  return path === undefined ? undefined : candidatesOf(path).find((candidate) => existsSync(candidate));
}

/** As `findTypeScript`, as a URL that keeps the specifier's query and hash. */
export function findTypeScriptUrl(specifier: string, parentPath: string | undefined): string | undefined {
  const path = findTypeScript(specifier, parentPath);
  return path === undefined ? undefined : pathToFileURL(path).href + (/[?#].*$/s.exec(specifier)?.[0] ?? "");
}

function pathOf(specifier: string, parentPath: string | undefined): string | undefined {
  if (specifier.startsWith("file:")) return fileURLToPath(specifier);
  if (isAbsolute(specifier)) return specifier;
  return /^\.{1,2}(?:\/|$)/.test(specifier) && parentPath !== undefined
    ? resolve(dirname(parentPath), specifier)
    : undefined;
}

function candidatesOf(path: string): readonly string[] {
  const [extension = ""] = /\.[cm]?jsx?$/.exec(path) ?? [];
  const stem = path.slice(0, path.length - extension.length);
  return [
    ...(SOURCES[extension] ?? []).map((source) => stem + source),
    ...IMPLICIT.map((implicit) => path + implicit),
    ...IMPLICIT.map((implicit) => resolve(path, `index${implicit}`)),
  ];
}
