import fs from "node:fs";
import { extname } from "node:path";
import { OWN_TYPESCRIPT_LOADER } from "../../runtime/node-facts.ts";
import type { LoadListener } from "./listener.ts";
import { NodeModule, type CommonJsModule } from "./node-module.ts";
import { decode, type OfferedTexts } from "./offered-texts.ts";
import { mayBeAlias } from "./tsconfig-aliases.ts";
import { activateTsxCommonJs, isTsxCommonJsActive } from "./tsx.ts";
import { findTypeScript } from "./typescript-candidates.ts";
import { isProgramUrl, isSourceUrl, isTypeScriptUrl, pathOfFilename, urlOfFilename } from "./urls.ts";

/** Has every CommonJS module of this thread compiled from what the listener makes of it, where no load hook has seen its text. */
export function patchCompile(texts: OfferedTexts): void {
  const { _compile } = NodeModule.prototype;
  NodeModule.prototype._compile = function (this: CommonJsModule, content, filename, format) {
    const text = filename.startsWith("[")
      ? content
      : texts.compiled(urlOfFilename(filename), filename, content, format);
    return _compile.call(this, text, filename, format);
  };
}

/**
 * Has tsx loaded for the first TypeScript that is required and that nobody else runs, and reads what other loaders of CommonJS run:
 * tsx reads files by itself and passes them by every load hook, and before sync hooks there is none. What they are to run is the
 * answer to their one read.
 */
export function patchLoad(texts: OfferedTexts): void {
  const { load } = NodeModule.prototype;
  const [loadJs, loadMjs] = isTsxCommonJsActive()
    ? []
    : [NodeModule._extensions[".js"], NodeModule._extensions[".mjs"]];
  NodeModule.prototype.load = function (this: CommonJsModule, filename) {
    const path = pathOfFilename(filename);
    if (isTypeScriptUrl(path) && !isForeign(NodeModule._extensions[extname(path)])) activateTsxCommonJs();
    const url = urlOfFilename(filename);
    const loader = NodeModule._extensions[registeredExtension(path)];
    if (loader === loadJs || loader === loadMjs || !isProgramUrl(url) || !isSourceUrl(url))
      return load.call(this, filename);
    return loadOffered(texts, url, path, () => load.call(this, filename));
  };
}

/** Has tsx loaded for the first request that only tsx can resolve. */
export function patchResolveFilename(): void {
  const { _resolveFilename } = NodeModule;
  NodeModule._resolveFilename = (request, parent, ...rest) => {
    try {
      return _resolveFilename.call(NodeModule, request, parent, ...rest);
    } catch (error) {
      if (isTsxCommonJsActive() || !mayBeTypeScript(request, parent?.filename)) throw error;
      activateTsxCommonJs();
      return NodeModule._resolveFilename(request, parent, ...rest);
    }
  };
}

function mayBeTypeScript(request: string, parent: string | null | undefined): boolean {
  if (findTypeScript(request, parent ?? undefined) !== undefined) return true;
  return parent !== undefined && parent !== null && isProgramUrl(urlOfFilename(parent)) && mayBeAlias(request);
}

/** Tells what `require` resolved to, where no resolve hook does. */
export function patchRequire(listener: LoadListener): void {
  const { require } = NodeModule.prototype;
  const told = new Set<string>();
  NodeModule.prototype.require = function (this: CommonJsModule, specifier) {
    if (this.filename !== null && typeof specifier === "string")
      tellRequired(listener, told, this, this.filename, specifier);
    return require.call(this, specifier);
  };
}

function tellRequired(
  listener: LoadListener,
  told: Set<string>,
  parent: CommonJsModule,
  filename: string,
  specifier: string,
): void {
  const key = `${filename}\0${specifier}`;
  const parentUrl = urlOfFilename(filename);
  if (told.has(key) || !isProgramUrl(parentUrl)) return;
  const resolved = tryResolve(specifier, parent);
  if (resolved === undefined) return;
  told.add(key);
  listener.resolved({ parentUrl, specifier, kind: "require", url: resolved });
}

/** Undefined where the request fails: Node's own attempt is about to say so. */
function tryResolve(specifier: string, parent: CommonJsModule): string | undefined {
  try {
    const resolved = NodeModule._resolveFilename(specifier, parent, false);
    return /^(?:node:|[^/\\]+$)/.test(resolved) ? `node:${resolved.replace(/^node:/, "")}` : urlOfFilename(resolved);
  } catch {
    return undefined;
  }
}

/** Of TypeScript: whether somebody other than Node runs it. */
function isForeign(loader: unknown): boolean {
  return typeof loader === "function" && !OWN_TYPESCRIPT_LOADER.test(loader.name);
}

/** As Node chooses among `Module._extensions`. */
function registeredExtension(path: string): string {
  const extension = extname(path);
  return extension !== "" && extension in NodeModule._extensions ? extension : ".js";
}

function loadOffered(texts: OfferedTexts, url: string, path: string, load: () => void): void {
  const text = decode(fs.readFileSync(path));
  const result = texts.offerBeforeCompile(url, path, text, "commonjs");
  const restore = answerNextRead(path, result);
  try {
    load();
  } finally {
    restore();
    texts.forget(path);
  }
}

/** Answers the next read of `path` as text with `text`. */
function answerNextRead(path: string, text: string): () => void {
  const { readFileSync } = fs;
  const shim = (...args: Parameters<typeof readFileSync>): string | Buffer => {
    if (args[0] !== path || args[1] !== "utf8") return readFileSync(...args);
    restore();
    return text;
  };
  const restore = (): void => {
    if (fs.readFileSync === shim) fs.readFileSync = readFileSync;
  };
  fs.readFileSync = shim as typeof readFileSync;
  return restore;
}
