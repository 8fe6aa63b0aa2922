import { transform } from "esbuild";
import { rollup } from "rollup";
import type { Files } from "../digest/virtual-program.ts";
import type { Target } from "./graph.ts";
import { resolveIn } from "./program-edits.ts";

/**
 * What a target reaches, told by Rollup, which also drops statements that only change what nothing else reads. It is asked
 * where esbuild says that an edit counts and the digest says that it does not. Undefined where it cannot bundle, as CommonJS.
 */
export async function reachedText(files: Files, target: Target): Promise<string | undefined> {
  try {
    const bundle = await rollup({
      input: "entry",
      treeshake: {
        moduleSideEffects: (id) => hasEffectImport(files, id),
        propertyReadSideEffects: false,
        unknownGlobalSideEffects: false,
      },
      onLog: () => undefined,
      plugins: [
        {
          name: "virtual-files",
          resolveId: (specifier, importer) =>
            importer === undefined
              ? specifier
              : (resolveIn(files, importer, specifier) ?? { id: specifier, external: true }),
          load: async (id) =>
            id === "entry"
              ? `export { ${target.exported} as target } from "./${target.file}"`
              : asJavaScript(id, files[id] ?? ""),
        },
      ],
    });
    const { output } = await bundle.generate({ format: "es" });
    return output.map((chunk) => ("code" in chunk ? chunk.code : "")).join("\n");
  } catch (error) {
    if (error instanceof Error && "code" in error) return undefined;
    throw error;
  }
}

async function asJavaScript(file: string, text: string): Promise<string> {
  if (file.endsWith(".json")) return `export default ${text}`;
  const extension = /tsx?$/.exec(file)?.[0];
  const { code } = await transform(text, {
    loader: extension === "tsx" ? "tsx" : extension === "ts" ? "ts" : "js",
    minifyWhitespace: true,
    target: "es2022",
    jsxFactory: "h",
    tsconfigRaw: "{}",
  });
  return code;
}

/** Modules that others import for their effects alone. */
function hasEffectImport(files: Files, id: string): boolean {
  const name = id.split("/").at(-1) ?? "";
  return Object.values(files).some((text) =>
    new RegExp(`^import ["'][^"']*${name.replaceAll(".", "\\.")}["']`, "m").test(text),
  );
}
