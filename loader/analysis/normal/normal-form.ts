import type * as t from "@babel/types";
import type { Binding } from "../scopes/scopes.ts";
import { isFunction } from "../syntax/nodes.ts";

export function isMethod(node: t.Node): node is t.ObjectMethod | t.ClassMethod | t.ClassPrivateMethod {
  return node.type === "ObjectMethod" || node.type === "ClassMethod" || node.type === "ClassPrivateMethod";
}

/** Nodes whose field `optional` is `?.` and not a type. */
export function isChain(node: t.Node): boolean {
  return node.type === "OptionalMemberExpression" || node.type === "OptionalCallExpression";
}

/** TypeScript's `this` parameter is a type. */
export function isThisParameter(node: t.Node): boolean {
  return node.type === "Identifier" && node.name === "this";
}

export const LOOP_BODIES = new Set<string>([
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
]);

/** Statements that mean the same with braces around them. */
export const SIMPLE_STATEMENTS = new Set<string>([
  "ExpressionStatement",
  "ReturnStatement",
  "ThrowStatement",
  "BreakStatement",
  "ContinueStatement",
]);

/** Whether a variable is declared in the function that is written, or in one inside it. Shells have no others. */
export function isInside(binding: Binding, root: t.Node): boolean {
  if (!isFunction(root)) return true;
  for (let scope: Binding["scope"] | undefined = binding.scope; scope !== undefined; scope = scope.parent) {
    if (scope.node === root) return true;
  }
  return false;
}
