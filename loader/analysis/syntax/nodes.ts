import type * as t from "@babel/types";
import type { FunctionNode } from "../scopes/scopes.ts";

export function isFunction(node: t.Node): node is FunctionNode {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassPrivateMethod":
      return true;
    default:
      return false;
  }
}

/** What is left of an expression without the types and parentheses around it. */
export function unwrap(node: t.Node): t.Node {
  switch (node.type) {
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
    case "TSTypeAssertion":
    case "TSInstantiationExpression":
    case "ParenthesizedExpression":
      return unwrap(node.expression);
    default:
      return node;
  }
}

/** The name of a member that is written out: `a.b`, `a["b"]`, `a.#b`. */
export function propertyName(node: t.MemberExpression | t.OptionalMemberExpression): string | undefined {
  const { property } = node;
  if (property.type === "PrivateName") return `#${property.id.name}`;
  if (property.type === "StringLiteral") return property.value;
  return !node.computed && property.type === "Identifier" ? property.name : undefined;
}
