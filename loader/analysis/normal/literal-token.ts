import type * as t from "@babel/types";

/**
 * The canonical text of a literal: its value, not its spelling. Undefined for nodes that are no literals.
 * Templates keep raw and cooked text, since a tag function sees both.
 */
export function literalToken(node: t.Node): string | undefined {
  switch (node.type) {
    case "StringLiteral":
    case "DirectiveLiteral":
      return JSON.stringify(node.value);
    case "NumericLiteral":
      return `n${node.value}`;
    case "BigIntLiteral":
      return `b${BigInt(node.value.replaceAll("_", "")).toString()}`;
    case "BooleanLiteral":
      return node.value ? "true" : "false";
    case "NullLiteral":
      return "null";
    case "RegExpLiteral":
      return `/${JSON.stringify(node.pattern)}/${Array.from(node.flags).sort().join("")}`;
    case "TemplateElement":
      return `(quasi ${JSON.stringify(node.value.raw)} ${JSON.stringify(node.value.cooked ?? null)})`;
    case "JSXText":
      return `(text ${JSON.stringify(node.value)})`;
    default:
      return undefined;
  }
}
