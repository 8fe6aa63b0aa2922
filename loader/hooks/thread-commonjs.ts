import type { Format, Loaded } from "./node-module.ts";

/**
 * CommonJS of the hooks thread. It is left to the program's thread, for a source from here takes it out of `require.cache`. But some
 * TypeScript runs from a source that tsx gives here, and tsx would read it by itself: `.cts` that is imported, and what names are
 * imported from, which is marked by a query. `isTransformedByUs`: the tsx around our hooks is our own.
 */
export function isLeftToProgramThread(url: string, format: Format, isTransformedByUs: boolean): boolean {
  return format === "commonjs" && !/\.cts(?:$|[?#])/.test(url) && !(isTransformedByUs && isForItsNames(url));
}

/**
 * What tsx made of CommonJS that names are imported from, with the `require` that tsx gives such modules: the one that Node gives to
 * CommonJS from its hooks thread shares no cache with others.
 */
export function withSharedRequire(url: string, loaded: Loaded): Loaded {
  const { source } = loaded;
  if (!isForItsNames(url) || loaded.format !== "commonjs" || typeof source !== "string") return loaded;
  const [prologue = ""] = /^(?:#!.*)?\s*(?:(["'])use strict\1;?)?/.exec(source) ?? [];
  const shared = `require = require("node:module").createRequire(${JSON.stringify(url.replace(/\?.*$/s, ""))});`;
  return source.includes(shared) ? loaded : { ...loaded, source: prologue + shared + source.slice(prologue.length) };
}

function isForItsNames(url: string): boolean {
  return url.includes("tsx-commonjs-export-preparse=");
}
