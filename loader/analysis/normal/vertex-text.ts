import type { RefFacts } from "../facts.ts";
import type { BuiltinPaths } from "../functions/builtin-paths.ts";
import type { ModuleNames } from "../linkage/module-names.ts";
import type { Noticed } from "./notice.ts";
import type { Binding, FunctionNode, ScopeTable } from "../scopes/scopes.ts";

/** A vertex before it is hashed. */
export interface VertexText {
  /** Canonical text. Each reference to another vertex or to a module-level name stands as `@` and its place in `refs`. */
  readonly text: string;
  readonly refs: readonly RefFacts[];
  /** Variables of enclosing functions, in order of first appearance. */
  readonly captured: readonly Binding[];
  readonly noticed: Noticed;
}

export interface NormalizeContext {
  readonly scopes: ScopeTable;
  readonly names: ModuleNames;
  readonly paths: BuiltinPaths;
  /** The vertex of a function cut out of another one, made first. */
  cut(node: FunctionNode): { readonly vertex: number; readonly captured: readonly Binding[] };
}
