import type * as t from "@babel/types";

/** The canonical text of a property name: `a`, `"a"` and `'a'` are one key, and so are `1` and `"1"`. */
export function keyToken(node: { computed?: boolean | null; key: t.Node }): string {
  if (node.computed === true) return "computed";
  const { key } = node;
  if (key.type === "Identifier") return JSON.stringify(key.name);
  if (key.type === "StringLiteral" || key.type === "NumericLiteral") return JSON.stringify(String(key.value));
  if (key.type === "BigIntLiteral") return JSON.stringify(BigInt(key.value).toString());
  if (key.type === "PrivateName") return `#${key.id.name}`;
  return "computed";
}
