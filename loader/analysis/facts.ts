import type { ReasonNote } from "../../runtime/reasons.ts";
import type { FunctionFacts } from "./function-facts.ts";
import type { TagFacts } from "./tag-facts.ts";

/** Raised whenever the meaning of facts or the normalization changes: older facts are then made anew. */
export const FACTS_VERSION = 1;

/**
 * What one parse of one source text gives, as pure data. It names no path and no other module's content, so that it
 * depends on the text alone and is kept on disk under the text's hash.
 */
export interface ModuleFacts {
  readonly version: number;
  readonly imports: readonly ImportFacts[];
  /** Module-level names, by name. */
  readonly bindings: Readonly<Record<string, BindingFacts>>;
  readonly exports: Readonly<Record<string, ExportFacts>>;
  /** Indexes into `imports` of `export * from`. */
  readonly starExports: readonly number[];
  /** Shells of top-level statements and functions, at every depth; referred to by index. */
  readonly nodes: readonly NodeFacts[];
  /** Every function of the module, at every depth, in source order. */
  readonly functions: readonly FunctionFacts[];
  readonly tags: readonly TagFacts[];
}

export interface ImportFacts {
  readonly specifier: string;
  /** `import`: static or `import()`; `require`: also `createRequire` results are not seen. */
  readonly kind: "import" | "require";
  /** Loaded for its effects only: `import "x"` or a bare `require("x")` statement. */
  readonly effectOnly: boolean;
  readonly line: number;
}

/** What a module-level name is. */
export type BindingFacts =
  | { readonly kind: "import"; readonly import: number; /** `*` for the namespace. */ readonly name: string }
  | {
      readonly kind: "code" | "data";
      /** Shells that declare it and shells that mutate it when the module loads, in source order. */
      readonly nodes: readonly number[];
      /** Whether its value can be something else than what its nodes say: assigned or mutated later, escaping, or computed. */
      readonly fixed: boolean;
      /** Whether nothing can change its value after the module has loaded, as far as this module shows. */
      readonly constant: boolean;
    };

export type ExportFacts =
  | { readonly kind: "local"; readonly name: string }
  | { readonly kind: "from"; readonly import: number; readonly name: string };

/**
 * A vertex of the dependency graph: the shell of a top-level statement (the statement with its functions cut out),
 * or one function.
 */
export interface NodeFacts {
  readonly kind: "shell" | "function";
  /** SHA-256 of the normalized syntax, in which each reference stands as its place in `refs`. Base64url. */
  readonly hash: string;
  readonly refs: readonly RefFacts[];
  /** For people: the declared name, or a short form of the statement. */
  readonly label: string;
  readonly line: number;
  readonly notes: readonly ReasonNote[];
}

/**
 * What a node refers to, in order of first appearance.
 * `named`: used other than by calling it directly, so that its `name` can be observed.
 */
export type RefFacts =
  | { readonly kind: "node"; readonly node: number }
  | { readonly kind: "binding"; readonly name: string; readonly named: boolean }
  /** `ns.member` of a namespace import or of a required module. */
  | { readonly kind: "member"; readonly name: string; readonly member: string; readonly named: boolean }
  /** A module loaded inside code: `import("x")`, `require("x")`. */
  | { readonly kind: "module"; readonly import: number; readonly member?: string }
  | { readonly kind: "global"; readonly name: string };
