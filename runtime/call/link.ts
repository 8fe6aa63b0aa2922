import type { ProcessInput } from "./process-inputs.ts";
import type { ClassResolver } from "../codec/writer.ts";
import type { ReasonNote } from "../reasons.ts";
import type { DepsForm } from "../config/deps-form.ts";
import type { TargetOptions } from "../config/target-options.ts";

/** In the place of a module's URL for variables of the global object. */
export const GLOBALS = "globals:";

/** A module-level variable whose value belongs to the key. */
export interface StateFacts {
  readonly url: string;
  readonly name: string;
  /** Counts in its place where the value is not plain data. */
  readonly codeDigest: string;
  /** It may change while the program runs; else it is encoded once. */
  readonly changeable: boolean;
  /** Code that changes it is known, so that its code cannot stand for its value. */
  readonly changed: boolean;
  /** It holds state that nobody outside it can read. */
  readonly hidden: boolean;
  /** Statements of its module change it after its declaration. */
  readonly changedAtLoad: boolean;
  readonly maker: Maker;
  /** Read by nothing but the code that makes other data, whose values are in the key. */
  readonly isLoadOnly: boolean;
  /** Its value follows from the code that is in the code digest; read only to see whether a result shares an object with it. */
  readonly fixed: boolean;
}

/**
 * Who made a module-level value.
 * - `program`: a call that functions or classes of the program take part in. Functions among what it gave may keep state.
 * - `package`: code of packages, from data.
 * - `node`: Node and its engine alone.
 * - `literal`: the text gives it. What is not plain data among it was put there later.
 */
export type Maker = "program" | "package" | "node" | "literal";

/** A module-level name that a target reaches. */
export interface ReachedName {
  readonly url: string;
  readonly name: string;
  /** Reading it before its declaration has run throws. */
  readonly lexical: boolean;
  /** Statements of its module change what it holds after its declaration, and no value of it is in the key. */
  readonly patchedAtLoad: boolean;
}

/** A function or class that a target reaches, and whose members count besides its code. */
export interface CodeShape {
  readonly url: string;
  readonly name: string;
  /** Its data properties may not change; else their values are in the key. */
  readonly isDataKept: boolean;
}

/** Code that is no longer what its text says, or of which nobody can tell since its module ran before anything was observed. */
export interface AlteredCode {
  readonly url: string;
  readonly name: string;
  readonly isUnobservable: boolean;
}

/** A vertex of the graph that a code digest was made of, for people. */
export interface PartFacts {
  /** `src/text.ts#normalize`, or `package lodash@4.17.21`. */
  readonly label: string;
  /** Of its own syntax alone, without what it refers to: tells the part that was edited from those that only reach it. */
  readonly digest: string;
  readonly kind: "function" | "statement" | "package";
  /** Label of the part from which it was first reached. None for the target itself, and for what counts without being referred to. */
  readonly via?: string;
  /** Labels of the parts that it refers to. */
  readonly refs: readonly string[];
  /** Relative to the root. None for packages. */
  readonly file?: string;
  readonly line?: number;
  /** Where it stands in the text of its module: from and to, in characters. */
  readonly range?: readonly [start: number, end: number];
  /** Hash of the text of its module, under which texts are kept for people. */
  readonly text?: string;
}

/** What is known of a target before any of its calls. */
export interface TargetFacts {
  /** `my-app:src/a.ts#price`; for people and reports, never in a key. */
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly line: number;
  readonly options: TargetOptions;
  /** False where a pattern for whole files took it in. Undefined: as true. */
  readonly isNamed?: boolean;
  readonly parameters: readonly string[];
  readonly isAsync: boolean;
  /** Undefined for what is no generator. Whether what its caller sends, or has it return, may change what comes. */
  readonly generator: { readonly answersSent: boolean; readonly answersReturn: boolean } | undefined;
  readonly usesThis: boolean;
  readonly captures: readonly string[];
  readonly privateFields: readonly string[];
  /** For a method of a class with a module-level name, the class's `CodeIdentity.place`. */
  readonly homeClass?: string | undefined;
}

/** What linking a target gives. It stays valid while `Linker.generation` does not move. */
export type Link =
  | {
      readonly ok: true;
      /** SHA-256 over everything that the target reaches. Hex. */
      readonly codeDigest: string;
      readonly state: readonly StateFacts[];
      readonly names: readonly ReachedName[];
      readonly shapes: readonly CodeShape[];
      /** Names of environment variables that the reached code reads; `*` where it may read any. */
      readonly environment: readonly string[];
      /** What else of the process it reads. */
      readonly process: readonly ProcessInput[];
      /** URLs of modules whose reached code looks at its own location. */
      readonly locations: readonly string[];
      readonly parts: () => readonly PartFacts[];
      readonly notes: readonly ReasonNote[];
    }
  | { readonly ok: false; readonly note: ReasonNote };

/** The identity of a function or class value made in tracked code. */
export interface CodeIdentity {
  readonly digest: string;
  /** Values that it takes from enclosing functions, and for a class its own changeable static properties. */
  readonly captured: readonly unknown[];
  /** What it captured may change between two calls of it, without any name at module level being assigned. */
  readonly isClosure?: boolean;
  /** A class whose instances have private fields of its own, which cannot be read from outside. */
  readonly hasPrivateState?: boolean;
  /** Which module-level name it is the value of, in this process. Never in a key. */
  readonly place?: string;
}

/** A generator function of tracked code. */
export interface GeneratorKind {
  /** The same in every process. */
  readonly name: string;
  /** Of the objects that it gives. */
  readonly prototype: object;
  readonly isAsync: boolean;
  readonly answersSent: boolean;
  readonly answersReturn: boolean;
}

/** Names generator functions at the top level of modules, and finds them. */
export interface GeneratorResolver {
  /** By the prototype of an object that it gave; undefined where it is not known. */
  of(prototype: object): GeneratorKind | undefined;
  /** In this process. */
  find(name: string): GeneratorKind | undefined;
}

/** A function value that a program has memoized by itself. */
export interface GivenTarget {
  readonly facts: TargetFacts;
  readonly link: Link;
  readonly captures: (() => readonly unknown[]) | undefined;
  /** How many arguments the function can see; undefined: it can see all, and how many there are. */
  readonly arity: number | undefined;
}

/**
 * What reading a module-level variable gives.
 * - `unready`: its module has not finished loading.
 * - `unobservable`: its module was loaded before anything was known to be a target.
 * - `unnamed`: it has no name that could be read, as `export default build()`.
 */
export type StateRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly why: "unready" | "unobservable" | "unnamed" };

/** What the runtime asks of the loader. The runtime never imports it. */
export interface Linker {
  /** Raised when a module is loaded that may change an earlier answer. */
  readonly generation: number;
  describe(url: string, index: number): TargetFacts | undefined;
  link(url: string, index: number): Link;
  /** The same for a function value; undefined where it is not known to come from tracked code. */
  given(fn: Function, options: TargetOptions): GivenTarget | undefined;
  /** From now on `wrapper` counts as the function that it wraps. */
  alias(wrapper: Function, fn: Function): void;
  read(url: string, name: string): StateRead;
  /** Whether a module has been loaded, and has not run to its end yet. */
  isRunning(url: string): boolean;
  /** The first of these that code has changed since its module made it: a method replaced, a prototype patched. */
  altered(shapes: readonly CodeShape[]): AlteredCode | undefined;
  /**
   * Undefined for functions that are not known to come from tracked code, or that were altered. `deps`: how packages that it
   * reaches count.
   */
  identify(fn: Function, deps?: DepsForm): CodeIdentity | undefined;
  /** Names classes of tracked code, and finds them. */
  readonly classes: ClassResolver;
  readonly generators: GeneratorResolver;
}
