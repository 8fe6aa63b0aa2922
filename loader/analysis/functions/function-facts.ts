import type { ReasonCode } from "../../../runtime/reasons.ts";

export type FunctionForm =
  | "declaration"
  | "expression"
  | "arrow"
  | "object-method"
  | "class-method"
  | "getter"
  | "setter"
  | "constructor";

/** Where text is inserted, as offsets of UTF-16 units into the source text. */
export interface BodySpan {
  /** Just after `{` and the directives of a block, or at the start of an arrow's expression (before its parentheses). */
  readonly start: number;
  /** Just before `}`, or after an arrow's expression (and its parentheses). */
  readonly end: number;
  readonly isExpression: boolean;
}

/** A variable by its number in the module, or a helper by its index. */
export type Taken = { readonly variable: number } | { readonly function: number };

/** What is known of one function from its text: enough to select it and to rewrite it without parsing again. */
export interface FunctionFacts {
  /** Place among all functions of the module, in source order. Also the id that rewritten text passes. */
  readonly index: number;
  /**
   * Name as written in patterns: `price`, `Cart.total`, `outer.inner`, `default`; a member of an object literal under its
   * variable's name (`api.load`); private methods with their `#`; `Disk.size.get` and `Disk.size.set` where there are both.
   * Anonymous functions: undefined.
   */
  readonly name: string | undefined;
  readonly form: FunctionForm;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** A generator that what is sent to it, or thrown into it, may steer. */
  readonly answersSent: boolean;
  /** A generator that may go on, or end otherwise, where its caller has it return. */
  readonly answersReturn: boolean;
  readonly isStatic: boolean;
  /** A named declaration, `const f = …` or default export at the top level: what a pattern without `#` picks. */
  readonly isTopLevel: boolean;
  /** Line and column of the function (of its name where it has one), from 1. */
  readonly line: number;
  readonly column: number;
  /** Of the whole function in the text. */
  readonly start: number;
  readonly end: number;
  readonly body: BodySpan | undefined;
  /** Variables that the parameters bind, in source order: for `(a, {b}, ...c)` it is a, b, c. */
  readonly parameters: readonly string[];
  /** The parameters as they are written: the name of a plain one, and an empty text for a pattern or a rest. */
  readonly formals: readonly string[];
  /** Variables of the body that clash with a parameter (`function f(a) { var a; … }`); passed to the moved body. */
  readonly clashes: readonly string[];
  readonly usesThis: boolean;
  readonly usesArguments: boolean;
  readonly usesNewTarget: boolean;
  /**
   * Variables around it that are not the module's, which it or its helpers read or assign. A helper is a function around
   * it that a name always stands for. Not complete where the function is impossible for a reason of captures, `eval` or
   * `with`: then these values say nothing about its identity.
   */
  readonly captures: readonly string[];
  /** The numbers of these variables, in the same order. */
  readonly variables: readonly number[];
  /** What its own code takes from around it, in order of first appearance: variables and helpers. */
  readonly takes: readonly Taken[];
  /** Private names readable on `this` where it stands: those of the class that it is a member of. */
  readonly privateFields: readonly string[];
  /** Why it can never be rewritten. */
  readonly impossible: ReasonCode | undefined;
  /** Why a pattern for whole files leaves it alone. */
  readonly doubtful: ReasonCode | undefined;
}
