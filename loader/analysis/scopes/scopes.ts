import type * as t from "@babel/types";

/** A function of any form, as Babel's tree has it. */
export type FunctionNode =
  | t.FunctionDeclaration
  | t.FunctionExpression
  | t.ArrowFunctionExpression
  | t.ObjectMethod
  | t.ClassMethod
  | t.ClassPrivateMethod;

export type BindingKind =
  | "import"
  | "var"
  | "let"
  | "const"
  | "function"
  | "class"
  | "parameter"
  | "catch"
  | "enum"
  | "namespace"
  /** A member of an enum, visible by its bare name inside the enum. */
  | "member"
  /** The name of a function or class expression, visible only inside it. */
  | "self";

/**
 * - `function`: parameters and, unless parameters have expressions, the variables of the body; else the body has one
 *   of its own, whose node is the body. Also static blocks and field initializers (node: the property).
 * - `namespace`, `enum`: exported members, visible by bare name inside; their names are property names. Merged
 *   declarations share their bindings. What a namespace does not export is in a `function` scope below, whose node is the
 *   same `TSModuleDeclaration`.
 * - `with`: a marker around the body of a `with` statement; names inside may mean something else.
 */
export type ScopeKind = "module" | "function" | "block" | "class" | "namespace" | "enum" | "with";

export interface Scope {
  readonly kind: ScopeKind;
  readonly node: t.Node;
  readonly parent: Scope | undefined;
  /** The innermost function around, or undefined at the top level of the module and in static blocks and field initializers. */
  readonly owner: FunctionNode | undefined;
  readonly bindings: ReadonlyMap<string, Binding>;
}

export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly scope: Scope;
  /** The declaring identifiers; several for `var a; var a`, for merged namespaces and enums. None for `enum { "a" }`. */
  readonly declarations: readonly t.Identifier[];
  /**
   * Identifiers that assign to it after its declaration: `=`, `+=`, `++`, for-in/of heads, destructuring targets; a `var`
   * with a value where the name is declared elsewhere too; a function that takes the place of a parameter or, in a block of
   * sloppy code, of the variable that it makes in the function around (Annex B.3.2).
   */
  readonly assignments: readonly t.Node[];
  /** Every identifier that reads it, JSX names included; an assignment `a += 1` is in both lists. */
  readonly reads: readonly t.Node[];
}

/**
 * The scopes of one module and what each name in it means. Types and type-only names take no part.
 *
 * The name of a class declaration has one binding, which its body sees too (the language has two, which differ only where
 * the outer one is assigned: then it has `assignments`).
 */
export interface ScopeTable {
  readonly module: Scope;
  /** Direct evals (`CallExpression`) and `with` statements, in source order: inside the scopes around them names are not certain. */
  readonly dynamic: readonly t.Node[];
  /**
   * The binding that an Identifier or JSXIdentifier refers to, as a reference, an assignment target or a declaration;
   * undefined for globals, for property names, and for the `arguments` of a function.
   */
  bindingOf(node: t.Node): Binding | undefined;
  /** True where the identifier stands for a variable (bound or global) and not for a property name, label, key, type or a function's `arguments`. */
  isReference(node: t.Node): boolean;
  /** True for an identifier that stands for the `arguments` of the function around. */
  isArguments(node: t.Node): boolean;
  /** The scope that a function's parameters, or the names of another node, live in; undefined for a node that declares none. */
  scopeOf(node: t.Node): Scope | undefined;
}
