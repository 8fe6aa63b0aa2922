import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

let hasAliases: boolean | undefined;

/**
 * Whether tsx might resolve a specifier that Node found nothing for, by `paths` of the tsconfig.json that it reads: of the working
 * folder or above it, or the one that `TSX_TSCONFIG_PATH` names. A package that is not installed must not have a program without
 * TypeScript load tsx.
 */
export function mayBeAlias(specifier: string): boolean {
  if (/^(?:\.{0,2}\/|[a-z][\d+.a-z-]*:\/\/|file:|data:|node:|#)/i.test(specifier)) return false;
  hasAliases ??= /"(?:paths|baseUrl|extends)"/.test(readTsconfig());
  return hasAliases;
}

function readTsconfig(): string {
  const named = process.env["TSX_TSCONFIG_PATH"];
  if (named !== undefined) return readIfThere(named) ?? "";
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const text = readIfThere(join(folder, "tsconfig.json"));
    if (text !== undefined) return text;
    if (dirname(folder) === folder) return "";
  }
}

/** Undefined where there is no such file that can be read: tsx will say so, if TypeScript runs at all. */
function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
