import type { ProcessInput } from "../../runtime/call/process-inputs.ts";
import type { ReasonNote } from "../../runtime/reasons.ts";
import type { ChangedMembers } from "./data/changed-members.ts";
import type { OutsideEffect } from "./data/outside-effects.ts";
import type { FunctionFacts } from "./functions/function-facts.ts";
import type { ReturnedFacts } from "./functions/returned.ts";
import type { TagFacts } from "./functions/tag-facts.ts";

/**
 * Raised whenever the meaning of facts, the normalization, or what is made of facts and kept (outlines, rewritten
 * text) changes: older ones are then made anew.
 */
export const FACTS_VERSION = 30;

/**
 * What one parse of one source text gives, as pure data. It names no path and no other module's content, so that it
 * depends on the text alone and is kept on disk under the text's hash.
 */
export interface ModuleFacts {
  readonly version: number;
  readonly imports: readonly ImportFacts[];
  /** Module-level names, and pseudo names (`*default*`, `exports.a`) of exports that have no name of their own. */
  readonly bindings: Readonly<Record<string, BindingFacts>>;
  readonly exports: Readonly<Record<string, ExportFacts>>;
  /** Indexes into `imports` of `export * from` and of `module.exports = require()`. */
  readonly starExports: readonly number[];
  /** The exports of a CommonJS module are made in a way that names cannot be told apart: importing any takes all. */
  readonly opaqueExports: boolean;
  /** Shells of top-level statements and functions, at every depth; referred to by index. */
  readonly vertices: readonly VertexFacts[];
  /** Vertices of the top-level statements, in source order. */
  readonly shells: readonly number[];
  /** Shells that change global objects when the module loads: they count for every target. */
  readonly ambient: readonly number[];
  /** Changes that this module makes to what it imports. */
  readonly foreign: readonly ForeignMutation[];
  /** What it does to imports that may be no code of the program. */
  readonly outside: readonly OutsideEffect[];
  /** Every function of the module, at every depth, in source order. */
  readonly functions: readonly FunctionFacts[];
  /** For each function its vertex. */
  readonly functionVertices: readonly number[];
  /** For each function that is a member of a class or object at the top level: the shell of that. Its `this` is mostly that. */
  readonly homes: readonly (number | null)[];
  /** Functions to mark where they are made: these may come into a key. */
  readonly passed: readonly number[];
  /** Closures to mark where a function at the top level gives them back: these may come into a key, too. */
  readonly returned: readonly ReturnedFacts[];
  /** Where the text has the value of its default export, which no name leads to. Null: there is none, or it is code. */
  readonly defaultValue: TextRange | null;
  readonly tags: readonly TagFacts[];
  /** Where the first statement begins, in a module that imports "astrocache": its names are needed before it has run to its end. */
  readonly begin: number | null;
}

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface ImportFacts {
  readonly specifier: string;
  readonly kind: "import" | "require";
  /** Loaded for its effects only: `import "x"` or a bare `require("x")` statement. */
  readonly effectOnly: boolean;
  readonly line: number;
}

/** What a module-level name is. */
export type BindingFacts =
  /** `name` is `*` for a namespace import and for `const x = require("x")`. */
  { readonly kind: "import"; readonly import: number; readonly name: string } | LocalBindingFacts;

export interface LocalBindingFacts {
  /** `code`: a function or class. `data`: everything else. */
  readonly kind: "code" | "data";
  /** Shells that declare it and shells that change it when the module loads, in source order. */
  readonly vertices: readonly number[];
  /** Functions of the module that change it when they are called. */
  readonly mutators: readonly number[];
  /** What its vertices say about its value when the module has loaded: a primitive or an object that they give, or nothing. */
  readonly value: "primitive" | "object" | "computed";
  /** Its value may be another one later: it is assigned, its object is changed, or its object is handed out. */
  readonly changeable: boolean;
  /** It holds, or may hold, what a call or a constructor gave. */
  readonly isMade: boolean;
  /** A statement of the module changes it after its declaration. */
  readonly changedAtLoad: boolean;
  /** A statement of the module changes more of it than properties of its own, after its declaration. */
  readonly patchedAtLoad: boolean;
  /** It holds state that cannot be read from outside: private static fields that change, variables of a namespace. */
  readonly hidden: boolean;
  /** A class whose instances have private fields of its own. */
  readonly hasPrivateState: boolean;
  /** A class that marks its instances: by private fields, methods or accessors, which only its constructor gives. */
  readonly isBranding: boolean;
  /** Reading it before its declaration has run throws. */
  readonly lexical: boolean;
  /** The module shows code that changes it later. */
  readonly changed: boolean;
  /** The module assigns it again, when it loads or later. */
  readonly reassigned: boolean;
  /** What `f.name` gives, for functions and classes. */
  readonly functionName?: string;
}

export type ExportFacts =
  | { readonly kind: "local"; readonly name: string }
  | { readonly kind: "from"; readonly import: number; readonly name: string };

export interface ForeignMutation {
  readonly import: number;
  /** The imported name, `*` for the whole. */
  readonly name: string;
  /** The shell that changes it when the module loads, to a value that its text gives; undefined for all other changes. */
  readonly vertex: number | undefined;
  /** Which members of it the shell sets; undefined where its text does not name them. */
  readonly members: ChangedMembers | undefined;
}

/**
 * A vertex of the dependency graph: the shell of a top-level statement (the statement with its functions cut out),
 * or one function.
 */
export interface VertexFacts {
  readonly kind: "shell" | "function";
  /** SHA-256 of the normalized syntax, in which each reference stands as its place in `refs`. Base64url. */
  readonly hash: string;
  readonly refs: readonly RefFacts[];
  /** For people: the declared or qualified name, or a short form of the statement. */
  readonly label: string;
  /** A statement under a function's name: `const f = () => 1`. */
  readonly holdsFunction: boolean;
  readonly line: number;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** Names of environment variables that it reads; `*` where it may read any. */
  readonly environment: readonly string[];
  /** What else of the process it reads: `argv`, `cwd`. */
  readonly process: readonly ProcessInput[];
  /** Names of globals that it reads, but for the standard ones. */
  readonly globals: readonly string[];
  /** What of its syntax a compiler turns into other code, as its options say. */
  readonly emits: readonly EmitKind[];
  /** It looks at its own location (`import.meta`, `__filename`). */
  readonly location: boolean;
  readonly notes: readonly ReasonNote[];
}

export type EmitKind = "decorators" | "fields" | "jsx";

/**
 * What a vertex refers to, in order of first appearance.
 * `named`: used other than by calling it directly, so that its `name` can be observed.
 */
export type RefFacts =
  /** A function cut out of this vertex. */
  | { readonly kind: "vertex"; readonly vertex: number }
  | { readonly kind: "binding"; readonly name: string; readonly named: boolean }
  /** `x.member`, where x is an imported binding. */
  | { readonly kind: "member"; readonly name: string; readonly member: string; readonly named: boolean }
  /** A module loaded inside code: `import("x")`, `require("x")`. */
  | { readonly kind: "module"; readonly import: number; readonly member: string | undefined };
