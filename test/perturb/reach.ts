import { build, type Plugin } from "esbuild";
import type { Files } from "../digest/virtual-program.ts";
import type { Target } from "./graph.ts";
import { resolveIn } from "./program-edits.ts";

/**
 * What a target reaches, told by someone else: esbuild's tree shaking. Gives for each target the text of the bundle that
 * exports it alone, without comments and spacing. Where an edit leaves the bundle as it was, it was cosmetic or out of
 * reach. Undefined where the program cannot be bundled, as after an edit that leaves an import without its export.
 */
export async function bundles(files: Files, targets: readonly Target[]): Promise<readonly string[] | undefined> {
  try {
    const result = await build({
      entryPoints: targets.map((_, place) => ({ in: `target:${place}`, out: `${place}` })),
      bundle: true,
      write: false,
      outdir: "out",
      format: "esm",
      platform: "node",
      treeShaking: true,
      minifyWhitespace: true,
      legalComments: "none",
      logLevel: "silent",
      plugins: [virtualFiles(files, targets)],
      tsconfigRaw: "{}",
      jsxFactory: "h",
    });
    // What cannot be right (an import without its export) is told as a warning.
    if (result.warnings.some(({ id }) => id === "import-is-undefined")) return undefined;
    const texts = new Map(result.outputFiles.map(({ path, text }) => [/(\d+)\.js$/.exec(path)?.[1], text]));
    return targets.map((_, place) => texts.get(`${place}`) ?? "");
  } catch (error) {
    if (error instanceof Error && "errors" in error) return undefined;
    throw error;
  }
}

function virtualFiles(files: Files, targets: readonly Target[]): Plugin {
  return {
    name: "virtual-files",
    setup(context) {
      context.onResolve({ filter: /.*/ }, ({ path, importer }) => {
        if (path.startsWith("target:")) return { path, namespace: "target" };
        const found = resolveIn(files, importer.startsWith("target:") ? "entry" : importer, path);
        return found === undefined
          ? { path, external: true, sideEffects: false }
          : { path: found, namespace: "virtual" };
      });
      context.onLoad({ filter: /.*/, namespace: "target" }, ({ path }) => {
        const target = targets[Number(path.slice("target:".length))];
        return { contents: `export { ${target?.exported} as target } from "./${target?.file}"`, loader: "js" };
      });
      context.onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => {
        const extension = /\.[cm]?(tsx?|jsx?|json)$/.exec(path)?.[1];
        return {
          contents: files[path] ?? "",
          loader:
            extension === "ts" || extension === "tsx" || extension === "jsx" || extension === "json" ? extension : "js",
        };
      });
    },
  };
}
