import { readFileSync } from "node:fs";
import type { LoadListener } from "./listener.ts";
import {
  NodeModule,
  type Format,
  type LoadContext,
  type Loaded,
  type ResolveContext,
  type Resolved,
} from "./node-module.ts";
import { decode, kindOf, type OfferedTexts } from "./offered-texts.ts";
import { mayBeAlias } from "./tsconfig-aliases.ts";
import { isTsxCommonJsActive, isTsxPreloaded } from "./tsx.ts";
import { findTypeScriptUrl } from "./typescript-candidates.ts";
import { isProgramUrl, isSourceUrl, isTypeScriptUrl, pathOfUrl, urlOfFilename, urlWithoutMarks } from "./urls.ts";

/** What the sync and the async hooks have in common: everything but calling the next hook. One for each thread. */
export class HookSteps {
  readonly #listener: LoadListener;
  readonly #texts: OfferedTexts;
  /**
   * Who was registered before us and transforms TypeScript, so that what we get is not what the author wrote. In place of tsx we call
   * our own around us. What any other does is its own affair: our rewriting comes after it.
   */
  #inside: "tsx" | "other" | undefined;

  constructor(listener: LoadListener, texts: OfferedTexts, isTsxInside: boolean) {
    this.#listener = listener;
    this.#texts = texts;
    this.#inside = isTsxInside ? "tsx" : undefined;
  }

  /** Notes what the hooks inside ours resolved. Only a transformer of TypeScript takes it for anything but TypeScript. */
  resolvedInside(resolved: Resolved): void {
    if (!isPlain(resolved.format) || !isTypeScriptUrl(resolved.url)) return;
    this.#inside ??= isTsxPreloaded() ? "tsx" : "other";
  }

  tellResolved(specifier: string, context: ResolveContext, resolved: Resolved): void {
    const { parentURL } = context;
    // Node gives the working folder as the parent of preloaded modules.
    if (parentURL === undefined || parentURL.endsWith("/") || !isProgramUrl(parentURL)) return;
    this.#listener.resolved({
      parentUrl: urlWithoutMarks(parentURL),
      specifier,
      kind: isRequire(context) ? "require" : "import",
      url: urlOfModule(resolved),
    });
  }

  /** Whether tsx might answer where Node's resolution threw `error`, by a path of tsconfig.json. */
  mayBeAlias(specifier: string, context: ResolveContext, error: unknown): boolean {
    const { parentURL } = context;
    if (isTsxCommonJsActive() || parentURL === undefined || !isProgramUrl(parentURL)) return false;
    return !isRequire(context) && isNotFound(error) && mayBeAlias(specifier);
  }

  /** The TypeScript that an import may mean, as tsx sees it, where Node's resolution threw `error`. */
  typeScriptFor(specifier: string, context: ResolveContext, error: unknown): string | undefined {
    if (isRequire(context) || !isNotFound(error)) return undefined;
    return findTypeScriptUrl(specifier, context.parentURL === undefined ? undefined : pathOfUrl(context.parentURL));
  }

  /**
   * Whether tsx has to transform what we give for this module, since nobody outside of us is going to. Whoever is outside has
   * given TypeScript a plain format in its own resolve.
   */
  needsTsx(url: string, context: LoadContext): boolean {
    if (!url.startsWith("file:") || (isRequire(context) && isTypeScriptUrl(url))) return false;
    // Only the program's own JavaScript, since tsx's passes here while it is being imported.
    return isOpenTypeScript(url, context) || (this.#inside === "tsx" && isProgramUrl(url) && isSourceUrl(url));
  }

  /** TypeScript whose format has not been settled by tsx: its resolution was over before tsx was there. */
  isOpen(url: string, context: LoadContext): boolean {
    return isOpenTypeScript(url, context);
  }

  /**
   * Whether the listener is not to see it here: it is not the program's source, or this thread's CommonJS loader reads it, as all
   * TypeScript that is required, or has run it, for an import after a `require` loads it for its names only.
   */
  isLeft(url: string, context: LoadContext): boolean {
    if (!isProgramUrl(url) || !isSourceUrl(url) || (isRequire(context) && isTypeScriptUrl(url))) return true;
    if (context.format !== "commonjs") return false;
    return (isTsxCommonJsActive() && !isTypeScriptUrl(url)) || hasRun(pathOfUrl(url));
  }

  /** The author's text, where the hooks inside ours would give something else. */
  loadedInstead(url: string, context: LoadContext): Loaded | undefined {
    const path = this.#inside === "tsx" && isPlain(context.format) ? pathOfUrl(url) : undefined;
    return path === undefined ? undefined : { format: context.format, source: readFileSync(path), shortCircuit: true };
  }

  /** Has the listener see what was loaded, and gives what runs in its place. */
  rewritten(url: string, context: LoadContext, loaded: Loaded): Loaded {
    const isTypeScript = isTypeScriptUrl(url) && !(this.#inside === "other" && isPlain(loaded.format));
    const source = loaded.source ?? (isTypeScript ? sourceOfFile(url) : undefined);
    if (source === undefined || source === null || !isJavaScript(loaded.format)) return loaded;
    const text = decode(source);
    const kind = kindOf(loaded.format ?? context.format, text);
    const result = this.#offer(url, text, kind, context);
    if (isTypeScript) return typeScript(kind, result);
    return result === text ? loaded : { ...loaded, source: result };
  }

  #offer(url: string, text: string, kind: "module" | "commonjs", context: LoadContext): string {
    const path = kind === "commonjs" || isRequire(context) ? pathOfUrl(url) : undefined;
    if (path === undefined) return this.#texts.offer(url, text, kind);
    // CommonJS modules are told apart by their paths, whatever query they were imported with.
    return this.#texts.offerBeforeCompile(kind === "commonjs" ? urlOfFilename(path) : url, path, text, kind);
  }
}

/** Where an async loader is registered, Node gives no source for CommonJS. tsx would read the file by itself then. */
function sourceOfFile(url: string): Buffer | undefined {
  const path = pathOfUrl(url);
  return path === undefined ? undefined : readFileSync(path);
}

/**
 * Without `responseURL`, by which tsx would read the file itself. CommonJS is to run through `Module._load`, for `require.cache`:
 * Node 22 is told so as its own `load` tells it, later ones do so in any case, and tsx passes it on.
 */
function typeScript(kind: "module" | "commonjs", source: string): Loaded {
  const shouldBeReloadedByCJSLoader = kind === "commonjs" && isTsxCommonJsActive();
  return { format: `${kind}-typescript`, source, shouldBeReloadedByCJSLoader, shortCircuit: true };
}

/** As `loaded` will name it. */
function urlOfModule({ url, format }: Resolved): string {
  const path = format === "commonjs" && !isTypeScriptUrl(url) ? pathOfUrl(url) : undefined;
  return path === undefined ? urlWithoutMarks(url) : urlOfFilename(path);
}

function hasRun(path: string | undefined): boolean {
  return path !== undefined && NodeModule._cache[path]?.loaded === true;
}

function isOpenTypeScript(url: string, { format }: LoadContext): boolean {
  return isTypeScriptUrl(url) && !isPlain(format);
}

function isRequire(context: { readonly conditions?: readonly string[] }): boolean {
  return context.conditions?.includes("require") === true && !context.conditions.includes("import");
}

function isPlain(format: Format): boolean {
  return format === "module" || format === "commonjs";
}

/** Node leaves the format open where only the syntax can tell. */
function isJavaScript(format: Format): boolean {
  return format === undefined || format === null || /^(?:module|commonjs)(?:-typescript)?$/.test(format);
}

function isNotFound(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === "ERR_MODULE_NOT_FOUND" || error.code === "ERR_UNSUPPORTED_DIR_IMPORT";
}
