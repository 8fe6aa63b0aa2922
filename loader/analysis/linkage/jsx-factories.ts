import type * as t from "@babel/types";
import type { ScopeTable } from "../scopes/scopes.ts";

/** What JSX calls where neither a pragma nor the names at hand say more: React's own, and what others call theirs. */
const USUAL = ["React", "h", "jsx", "createElement", "Fragment"];

/**
 * Module-level names that JSX calls without writing them: those of the pragmas `@jsx` and `@jsxFrag`, else the usual ones.
 * A name that only a tsconfig sets is not seen here.
 */
export function jsxFactories(file: t.File, scopes: ScopeTable): string[] {
  const pragmas = (file.comments ?? []).flatMap(({ value }) =>
    [...value.matchAll(/@jsx(?:Frag)?\s+([\w$]+)/g)].map(([, name = ""]) => name),
  );
  const names = pragmas.length > 0 ? pragmas : USUAL;
  return [...new Set(names)].filter((name) => scopes.module.bindings.has(name));
}
