/**
 * Makes `dist/bundle`, what the package runs, of what tsc made: `node dist/build/bundle.js`. A start reads two files where it read a
 * hundred modules, of which each takes Node half a millisecond. Each file holds what is needed at one time.
 */
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ExistingRawSourceMap, type Plugin, rollup } from "rollup";
import { layering } from "./layers.ts";
import { nodeBuiltins } from "./node-builtins.ts";
import { withoutComments } from "./without-comments.ts";

const dist = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(dist, "bundle");

/** From the first to be needed to the last. A layer holds what its modules need and no earlier one holds. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  start: ["loader/register.js", "loader/session/late-session.js"],
  index: ["runtime/index.js"],
  thread: ["loader/hooks/thread-entry.js", "loader/hooks/thread-observer.js"],
  session: ["loader/session.js"],
  program: ["loader/session/program.js"],
  analysis: ["loader/analysis/analyze.js"],
  rewriting: ["loader/rewrite/rewrite.js"],
  page: ["loader/session/run-page.js"],
  stores: ["runtime/stores/store-url.js", "runtime/stores/far/far-store.js"],
  workers: ["runtime/stores/far/bridge-worker.js", "runtime/stores/files/prune-worker.js"],
  cli: ["cli/main.js"],
};

/** What is named from outside, and what `ownFile` and `requireOwn` name. */
const ENTRIES = Object.values(LAYERS).flat();

/** Text for browsers, which `page-script.ts` puts together. */
const COPIED = ["rooms.js", "page-main.js"].map((file) => `runtime/report/page/client/${file}`);

const files = (names: readonly string[]): string[] => names.map((name) => join(dist, name));
const entryNames = Object.fromEntries(ENTRIES.map((entry) => [basename(entry, ".js"), join(dist, entry)]));
const layers = Object.entries(LAYERS).map(([name, roots]) => ({ name, roots: files(roots) }));

rmSync(folder, { recursive: true, force: true });
const bundle = await rollup({
  input: entryNames,
  plugins: [nodeBuiltins(), compiled(), withoutComments()],
  external: (id) => !/^[./\0]|^[A-Za-z]:/.test(id),
  onwarn(warning) {
    // tsc's own helper for `using`.
    if (warning.code !== "THIS_IS_UNDEFINED") throw new Error(warning.message);
  },
});
await bundle.write({
  dir: folder,
  format: "esm",
  // Of the command: not kept by itself.
  banner: ({ name }) => (name === "main" ? "#!/usr/bin/env node" : ""),
  sourcemap: true,
  entryFileNames: "[name].js",
  chunkFileNames: "chunk-[name].js",
  hoistTransitiveImports: false,
  generatedCode: "es2015",
  manualChunks: layering(layers, new Set(files(ENTRIES))),
});
await bundle.close();
for (const file of COPIED) copyFileSync(join(dist, file), join(folder, basename(file)));

function refuseUnknownNames(code: string, id: string): void {
  for (const [, name = ""] of code.matchAll(/\b(?:requireOwn|ownFile|startQuietWorker)\("([^"]+\.js)"/g))
    if (!ENTRIES.includes(name)) throw new Error(`${id} names ${name}, which is not in the bundle`);
}

/** With the sources in it: the package has no others. */
function mapOf(id: string): ExistingRawSourceMap {
  const map = JSON.parse(readFileSync(`${id}.map`, "utf8")) as ExistingRawSourceMap;
  return { ...map, sourcesContent: map.sources.map((source) => readFileSync(join(dirname(id), source), "utf8")) };
}

/** What tsc wrote, with its source map, so that maps lead to the sources. */
function compiled(): Plugin {
  return {
    name: "compiled",
    load(id) {
      if (id.startsWith("\0")) return null;
      const code = readFileSync(id, "utf8");
      refuseUnknownNames(code, id);
      return { code, map: mapOf(id) };
    },
  };
}
