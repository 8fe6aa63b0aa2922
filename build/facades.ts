import { join } from "node:path";
import type { Plugin } from "rollup";

export interface Facades {
  /** The folder that paths of modules count from. */
  readonly root: string;
  /** The module that exports `requireOwn`. */
  readonly loader: string;
  /** What each module exports that is in a chunk, by its address. */
  readonly exports: ReadonlyMap<string, readonly string[]>;
}

/** What may be in modules as well as in chunks: it keeps nothing that all of them would have to know. */
const STATELESS =
  /^(runtime\/(own\/|node-facts|stores\/folder|stores\/\w+\/\w+-worker)|loader\/(register|hooks\/thread-(kind|observer))|cli\/main)/;

/** Has a module take from the chunks what is in them, in place of having it itself. */
export function facades({ root, loader, exports }: Facades): Plugin {
  return {
    name: "facades",
    load(id) {
      const path = id.slice(join(root, "/").length).replaceAll("\\", "/");
      if (STATELESS.test(path)) return null;
      const names = exports.get(id);
      if (names === undefined) throw new Error(`${path} would be in a module, and is in no chunk`);
      const taken = `requireOwn(${JSON.stringify(path)});`;
      return [
        `import { requireOwn } from ${JSON.stringify(loader)};`,
        names.length === 0 ? taken : `export const { ${names.join(", ")} } = ${taken}`,
      ].join("\n");
    },
  };
}

/** Fills the table of where `requireOwn` finds what it is asked for. */
export function chunkOf(layers: Readonly<Record<string, readonly string[]>>): Plugin {
  const table = Object.entries(layers).flatMap(([layer, paths]) => paths.map((path) => [path, `${layer}.cjs`]));
  return {
    name: "chunk-of",
    load: (id) =>
      /runtime[\\/]own[\\/]chunk-of\.js$/.test(id)
        ? `export const CHUNK_OF = ${JSON.stringify(Object.fromEntries(table))};`
        : null,
  };
}
