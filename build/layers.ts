import type { GetManualChunk } from "rollup";

export interface Layer {
  readonly name: string;
  /** Addresses of modules. */
  readonly roots: readonly string[];
}

/** Puts each module into the first layer that needs it: a layer needs no later one. */
export function layering(layers: readonly Layer[]): GetManualChunk {
  let known: ReadonlyMap<string, string> | undefined;
  return (id, { getModuleInfo }) => {
    known ??= assign(
      layers,
      (module) => getModuleInfo(module)?.importedIds ?? [],
      (module) => getModuleInfo(module)?.dynamicallyImportedIds ?? [],
    );
    return known.get(id);
  };
}

type Edges = (module: string) => readonly string[];

function assign(layers: readonly Layer[], imported: Edges, later: Edges): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, roots } of layers)
    walk(roots, imported, (module) => !found.has(module) && found.set(module, name));
  // What no layer needs at its start, some module of one imports when it is asked to.
  for (const { name, roots } of layers)
    walk(
      roots,
      (module) => [...imported(module), ...later(module)],
      (module) => !found.has(module) && found.set(module, name),
    );
  return found;
}

function walk(roots: readonly string[], edges: Edges, visit: (module: string) => unknown): void {
  const seen = new Set<string>();
  const pending = [...roots];
  for (let module = pending.pop(); module !== undefined; module = pending.pop()) {
    if (seen.has(module)) continue;
    seen.add(module);
    visit(module);
    pending.push(...edges(module));
  }
}
