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
  /** The name of a function or class expression, visible only inside it. */
  | "self";

export type ScopeKind = "module" | "function" | "block" | "class" | "namespace" | "with";

export interface Scope {
  readonly kind: ScopeKind;
  readonly node: t.Node;
  readonly parent: Scope | undefined;
  /** The innermost function around, or undefined at the top level of the module (and in static blocks and field initializers, whose node is `initializer`). */
  readonly owner: FunctionNode | undefined;
  readonly bindings: ReadonlyMap<string, Binding>;
}

export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  readonly scope: Scope;
  /** The declaring identifiers; several for `var a; var a`, for merged namespaces and enums. */
  readonly declarations: readonly t.Identifier[];
  /** Identifiers that assign to it after its declaration: `=`, `+=`, `++`, for-in/of heads, destructuring targets. */
  readonly assignments: readonly t.Node[];
  /** Every identifier that reads it, JSX names included; an assignment `a += 1` is in both lists. */
  readonly reads: readonly t.Node[];
}

/** The scopes of one module and what each name in it means. Types and type-only names take no part. */
export interface ScopeTable {
  readonly module: Scope;
  /** The binding that an Identifier or JSXIdentifier refers to, as a reference, an assignment target or a declaration; undefined for globals and for property names. */
  bindingOf(node: t.Node): Binding | undefined;
  /** True where the identifier stands for a variable (bound or global) and not for a property name, label, key or type. */
  isReference(node: t.Node): boolean;
  /** The scope that a function's parameters live in. */
  scopeOf(node: t.Node): Scope | undefined;
}
