import { join } from "node:path";
import type { Plugin } from "rollup";

export interface ChunkRoots {
  /** The folder that paths of modules count from. */
  readonly root: string;
  /** Paths of the modules that are asked for by name, by the chunk that holds them. */
  readonly layers: Readonly<Record<string, readonly string[]>>;
  /** Gets what each of them exports, by its address. */
  readonly exported: Map<string, readonly string[]>;
}

const ROOT = "\0chunk:";

export function rootOf(layer: string): string {
  return `${ROOT}${layer}`;
}

/** Makes the module that each chunk begins with: it exports the modules that are asked for, each under its path. */
export function chunkRoots({ root, layers, exported }: ChunkRoots): Plugin {
  return {
    name: "chunk-roots",
    resolveId: (id) => (id.startsWith(ROOT) ? id : null),
    load(id) {
      if (!id.startsWith(ROOT)) return null;
      const paths = layers[id.slice(ROOT.length)] ?? [];
      return [
        ...paths.map((path, index) => `import * as m${index} from ${JSON.stringify(join(root, path))};`),
        `export { ${paths.map((path, index) => `m${index} as ${JSON.stringify(path)}`).join(", ")} };`,
      ].join("\n");
    },
    moduleParsed({ id, exports }) {
      if (exports !== null) exported.set(id, exports);
    },
  };
}

/** A chunk gets from what loads it what only modules have: its address, and `import` of what is in no chunk. */
export function inChunks(isPackage: (id: string) => boolean): Plugin {
  return {
    name: "in-chunks",
    resolveImportMeta: (property) => (property === "url" ? "__url" : null),
    renderDynamicImport: ({ targetModuleId }) =>
      targetModuleId === null || isPackage(targetModuleId) ? { left: "__import(", right: ")" } : null,
  };
}
