import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { pathIn } from "../analysis/syntax/parse.ts";
import type { ModuleKind } from "../analysis/syntax/syntax.ts";

/** Path of a module relative to the root, with `/`. */
export function relativePath(root: string, url: string): string {
  if (!url.startsWith("file:")) return url;
  return relative(root, fileURLToPath(url)).split(sep).join("/");
}

/** What the extension alone says. */
export function kindByExtension(url: string): ModuleKind | undefined {
  const path = pathIn(url);
  if (/\.m[jt]s$/.test(path)) return "module";
  return /\.c[jt]s$/.test(path) ? "commonjs" : undefined;
}
