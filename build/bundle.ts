/**
 * Makes `dist/bundle`, what the package runs, of what tsc made: `node dist/build/bundle.js`. A start reads few files where it read a
 * hundred modules, of which each takes Node half a millisecond.
 *
 * All but a few lines are in chunks, which `runtime/own/chunks.ts` loads with what V8 has compiled of them before. What Node has to find
 * by an address are modules, each with that loader in it.
 */
import { copyFileSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ExistingRawSourceMap, type Plugin, rollup } from "rollup";
import { chunkRoots, inChunks, rootOf } from "./chunk-roots.ts";
import { withIds, withoutComments } from "./chunk-text.ts";
import { chunkOf, facades } from "./facades.ts";
import { layering } from "./layers.ts";
import { nodeBuiltins } from "./node-builtins.ts";

const dist = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(dist, "bundle");

/**
 * A chunk for each, from the first to be needed to the last: what its modules need and no earlier one holds. They run when something
 * is taken of the chunk, so they only declare.
 */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  start: ["loader/begin.js", "loader/session/late-session.js"],
  index: ["runtime/index.js"],
  thread: ["loader/hooks/thread-entry.js", "loader/hooks/thread-observed.js"],
  session: ["loader/session.js"],
  program: ["loader/session/program.js"],
  analysis: ["loader/analysis/analyze.js"],
  rewriting: ["loader/rewrite/rewrite.js"],
  page: ["loader/session/run-page.js"],
  stores: ["runtime/stores/store-url.js", "runtime/stores/far/far-store.js"],
  prune: ["runtime/stores/files/prune.js", "runtime/stores/files/pruner.js"],
  cli: ["cli/run-cli.js"],
};

/** What Node is given to import: the package's exports and command, and what threads begin with. */
const MODULES = [
  "loader/register.js",
  "loader/hooks/thread-entry.js",
  "loader/hooks/thread-observer.js",
  "runtime/index.js",
  "runtime/stores/far/bridge-worker.js",
  "runtime/stores/files/prune-worker.js",
  "cli/main.js",
];

/** Text for browsers, which `page-script.ts` puts together. */
const COPIED = ["rooms.js", "page-main.js"].map((file) => `runtime/report/page/client/${file}`);

const LOADER = join(dist, "runtime/own/files.js");
const ENTRIES = Object.values(LAYERS).flat();

rmSync(folder, { recursive: true, force: true });
const exports = await writeChunks();
for (const module of MODULES) await writeModule(module);
for (const file of COPIED) copyFileSync(join(dist, file), join(folder, basename(file)));

/** Gives what each entry exports. */
async function writeChunks(): Promise<ReadonlyMap<string, readonly string[]>> {
  const layers = Object.keys(LAYERS).map((name) => ({ name, roots: [rootOf(name)] }));
  const exported = new Map<string, readonly string[]>();
  const bundle = await rollup({
    input: Object.fromEntries(layers.map(({ name, roots: [root = ""] }) => [name, root])),
    plugins: [
      chunkRoots({ root: dist, layers: LAYERS, exported }),
      nodeBuiltins(),
      compiled(),
      inChunks(isPackage),
      withoutComments(),
      withIds(),
    ],
    external: (id) => id === LOADER || isPackage(id),
    makeAbsoluteExternalsRelative: false,
    preserveEntrySignatures: "allow-extension",
    onwarn,
  });
  await bundle.write({
    dir: folder,
    format: "cjs",
    esModule: false,
    externalLiveBindings: false,
    paths: { [LOADER]: "own" },
    sourcemap: true,
    entryFileNames: "[name].cjs",
    hoistTransitiveImports: false,
    generatedCode: "es2015",
    manualChunks: layering(layers),
  });
  await bundle.close();
  return exported;
}

async function writeModule(path: string): Promise<void> {
  const bundle = await rollup({
    input: join(dist, path),
    plugins: [
      facades({ root: dist, loader: LOADER, exports }),
      chunkOf(LAYERS),
      nodeBuiltins(),
      compiled(),
      withoutComments(),
    ],
    external: isPackage,
    onwarn,
  });
  await bundle.write({
    file: join(folder, basename(path)),
    format: "esm",
    // Of the command: not kept by itself.
    banner: path === "cli/main.js" ? "#!/usr/bin/env node" : "",
    sourcemap: true,
    generatedCode: "es2015",
  });
  await bundle.close();
}

function isPackage(id: string): boolean {
  return !/^[./\0]|^[A-Za-z]:/.test(id);
}

function onwarn(warning: { readonly code?: string; readonly message: string }): void {
  // tsc's own helper for `using`.
  if (warning.code !== "THIS_IS_UNDEFINED") throw new Error(warning.message);
}

function refuseUnknownNames(code: string, id: string): void {
  for (const [, name = ""] of code.matchAll(/\brequireOwn\("([^"]+\.js)"/g))
    if (!ENTRIES.includes(name)) throw new Error(`${id} names ${name}, which is in no layer as such`);
  for (const [, name = ""] of code.matchAll(/\b(?:ownFile|startQuietWorker)\("([^"]+\.js)"/g))
    if (!MODULES.includes(name)) throw new Error(`${id} names ${name}, which is not among the modules`);
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
