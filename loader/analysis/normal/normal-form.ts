import type * as t from "@babel/types";

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
