import { existsSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type * as ImportMetaResolve from "import-meta-resolve";
import type { DepsForm } from "../../../runtime/config/deps-form.ts";
import type { ImportFacts } from "../../analysis/facts.ts";
import { isOwnCode } from "../../own-code.ts";
import { syntaxOf } from "../../analysis/syntax/parse.ts";

const require = createRequire(import.meta.url);

/** Where an import leads. */
export type ResolvedImport =
  | { readonly kind: "source"; readonly url: string }
  | { readonly kind: "package"; readonly url: string }
  | { readonly kind: "builtin"; readonly name: string }
  /** JSON, text, WebAssembly and the like: its content counts. */
  | { readonly kind: "content"; readonly url: string }
  | { readonly kind: "addon"; readonly url: string }
  | { readonly kind: "missing" };

export interface Resolver {
  resolve(parentUrl: string, imported: Pick<ImportFacts, "kind" | "specifier">): ResolvedImport;
}

/** What Node (or tsx) answered, where the import has been resolved already; else what it would answer. */
export class ImportResolver implements Resolver {
  readonly #recorded = new Map<string, string>();
  readonly #guessed = new Map<string, ResolvedImport>();

  record(parentUrl: string, kind: ImportFacts["kind"], specifier: string, url: string): void {
    this.#recorded.set(keyOf(parentUrl, kind, specifier), url);
  }

  /** The same, with the code of packages that `deps` names as source of the program. */
  withDeps(deps: DepsForm): Resolver {
    if (deps === "version") return this;
    return {
      resolve: (parentUrl, imported) => {
        const resolved = this.resolve(parentUrl, imported);
        if (resolved.kind !== "package") return resolved;
        return deps === "source" || deps.includes(packageName(resolved.url)) ? asFile(resolved.url) : resolved;
      },
    };
  }

  resolve(parentUrl: string, { kind, specifier }: Pick<ImportFacts, "kind" | "specifier">): ResolvedImport {
    const key = keyOf(parentUrl, kind, specifier);
    // TypeScript's import statements become require() where tsx makes CommonJS of them.
    const url =
      this.#recorded.get(key) ??
      this.#recorded.get(keyOf(parentUrl, kind === "import" ? "require" : "import", specifier));
    if (url !== undefined) return classify(url);
    let guess = this.#guessed.get(key);
    if (guess === undefined) {
      guess = guessResolution(parentUrl, kind, specifier);
      this.#guessed.set(key, guess);
    }
    return guess;
  }
}

function keyOf(parentUrl: string, kind: string, specifier: string): string {
  return `${kind}\0${parentUrl}\0${specifier}`;
}

function classify(url: string): ResolvedImport {
  if (url.startsWith("node:") || isBuiltin(url)) return { kind: "builtin", name: url };
  // What it does to a program's functions is to answer as they would.
  if (isOwnCode(url)) return { kind: "builtin", name: "astrocache" };
  if (!url.startsWith("file:")) return { kind: "content", url };
  return url.includes("/node_modules/") ? { kind: "package", url } : asFile(url);
}

function asFile(url: string): ResolvedImport {
  if (url.endsWith(".node")) return { kind: "addon", url };
  return syntaxOf(url) === undefined ? { kind: "content", url } : { kind: "source", url };
}

/** What code outside the program shares its state with: the whole of a package, or the value that a file holds. */
export function originOf(resolved: ResolvedImport): string | undefined {
  if (resolved.kind === "content") return resolved.url;
  if (resolved.kind !== "package") return undefined;
  const name = packageName(resolved.url);
  const start = resolved.url.lastIndexOf("/node_modules/") + 14;
  return `${resolved.url.slice(0, start)}${name}`;
}

/** `@b/c` of `file:///a/node_modules/@b/c/d.js`. */
function packageName(url: string): string {
  const [first = "", second = ""] = decodeURIComponent(url.slice(url.lastIndexOf("/node_modules/") + 14)).split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

/** For code that has not run yet: `import()` and `require()` inside functions, and programs that are only looked at. */
function guessResolution(parentUrl: string, kind: ImportFacts["kind"], specifier: string): ResolvedImport {
  if (isBuiltin(specifier)) return { kind: "builtin", name: specifier };
  if (specifier.startsWith("file:") || specifier.startsWith("data:")) return classify(specifier);
  const isRelative = /^\.{0,2}\//.test(specifier);
  const imported = isRelative || kind === "require" ? undefined : tryImportResolve(parentUrl, specifier);
  if (imported !== undefined) return classify(imported);
  for (const candidate of isRelative ? spellings(specifier) : [specifier]) {
    const found = tryRequireResolve(parentUrl, candidate);
    if (found !== undefined) return classify(pathToFileURL(found).href);
  }
  const file = isRelative ? fileURLToPath(new URL(specifier, parentUrl)) : undefined;
  return file !== undefined && existsSync(file) ? classify(pathToFileURL(file).href) : { kind: "missing" };
}

/** TypeScript's own spellings: `./a.js` may stand for `./a.ts`, and the extension may be left out. */
function spellings(specifier: string): string[] {
  const swapped = [".js", ".mjs", ".cjs", ".jsx"]
    .filter((extension) => specifier.endsWith(extension))
    .flatMap((extension) =>
      [extension.replace("j", "t"), ".tsx"].map((other) => specifier.slice(0, -extension.length) + other),
    );
  return [specifier, ...swapped, ...[".ts", ".tsx", "/index.ts", "/index.tsx"].map((ending) => specifier + ending)];
}

/** A package may have other files for `import` than for `require`. Node has no such call that takes a parent before 26. */
function tryImportResolve(parentUrl: string, specifier: string): string | undefined {
  const { resolve } = require("import-meta-resolve") as typeof ImportMetaResolve;
  try {
    return resolve(specifier, parentUrl);
  } catch (error) {
    // Not found, or not exported to import: the caller goes on.
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

function tryRequireResolve(parentUrl: string, specifier: string): string | undefined {
  try {
    return createRequire(parentUrl).resolve(specifier);
  } catch (error) {
    // Not found under this spelling, or not exported to require(): the caller goes on.
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}
