import type * as t from "@babel/types";
import type { ScopeTable } from "../scopes/scopes.ts";

/** What JSX calls where no pragma says more: React's own, and what others call theirs. */
const USUAL = ["React", "h", "jsx", "createElement", "Fragment"];

/**
 * Module-level names that JSX may call without writing them: those of the pragmas `@jsx` and `@jsxFrag`, and the usual ones,
 * since a pragma for elements leaves open what fragments call. Names that a tsconfig sets are added where modules are linked.
 */
export function jsxFactories(file: t.File, scopes: ScopeTable): string[] {
  const pragmas = (file.comments ?? []).flatMap(({ value }) =>
    [...value.matchAll(/@jsx(?:Frag)?\s+([\w$]+)/g)].map(([, name = ""]) => name),
  );
  return [...new Set([...pragmas, ...USUAL])].filter((name) => scopes.module.bindings.has(name));
}
