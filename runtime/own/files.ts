import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { CHUNK_OF } from "./chunk-of.ts";
import { loadChunk } from "./chunks.ts";

/** False in the published package, where all modules are bundled into few files of one folder: a start reads few files. */
const isTree = /\/runtime\/own\/files\.[jt]s$/.test(import.meta.url);

const require = createRequire(import.meta.url);

/** A file of astrocache itself. `path` is that of its compiled module below `dist`, or `../package.json`. */
export function ownFile(path: string): URL {
  if (!isTree)
    return new URL(path.startsWith("../") ? `../${path}` : (path.split("/").at(-1) ?? path), import.meta.url);
  // Run from its sources, a module is TypeScript.
  const file = import.meta.url.endsWith(".ts") ? path.replace(/\.js$/, ".ts") : path;
  return new URL(`../../${file}`, import.meta.url);
}

/** What the addresses of all modules in these rooms (`loader`, `runtime`, `cli`) begin with. */
export function ownFolders(rooms: readonly string[]): string[] {
  return isTree ? rooms.map((room) => ownFile(`${room}/`).href) : [new URL(".", import.meta.url).href];
}

/** A module of CommonJS, as all versions from 20.19 on compile it: what Node's own loader of `.js` calls. */
interface Compiled {
  readonly exports: unknown;
  _compile(text: string, filename: string, format: "module"): void;
}

const loaded = new Map<string, unknown>();

/**
 * Loads a module of our own at the moment it is needed, which may be one that cannot wait. Not through `require` where it is
 * JavaScript: a loader that others put there, such as tsx's, would make it, and all that it imports, a second time.
 */
export function requireOwn(path: string): unknown {
  const chunk = CHUNK_OF[path];
  if (chunk !== undefined) return loadChunk(ownFile(chunk).href, OWN)[path];
  const file = fileURLToPath(ownFile(path));
  if (!file.endsWith(".js")) return require(file);
  if (!loaded.has(file)) loaded.set(file, compiled(file));
  return loaded.get(file);
}

/** Has `requireOwn` give these where it cannot load anything itself. In the package it always can. */
export async function provideOwn(paths: readonly string[]): Promise<void> {
  if (!isTree) return;
  for (const path of paths) {
    const url = ownFile(path);
    loaded.set(fileURLToPath(url), await import(url.href));
  }
}

function compiled(file: string): unknown {
  const module = new Module(file) as unknown as Compiled;
  module._compile(readFileSync(file, "utf8"), file, "module");
  return module.exports;
}

/** What the files of the package require of this module, which is not among them. */
const OWN = { ownFile, ownFolders, requireOwn, provideOwn };
