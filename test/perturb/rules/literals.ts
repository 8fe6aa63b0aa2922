import type { NodePath } from "@babel/core";
import { behaviour, type Rule } from "./rule.ts";

/** Edits of literals. */
export const literalRules: readonly Rule[] = [
  behaviour("number-changed", "NumericLiteral", (path) =>
    path.isNumericLiteral() && !isName(path) && !path.parentPath.isUnaryExpression({ operator: "void" })
      ? `${path.node.value + 1}`
      : undefined,
  ),
  behaviour("bigint-changed", "BigIntLiteral", (path) =>
    path.isBigIntLiteral() ? `${BigInt(path.node.value) + 1n}n` : undefined,
  ),
  behaviour("string-changed", "StringLiteral", (path) =>
    path.isStringLiteral() && !isName(path) ? JSON.stringify(`${path.node.value}~`) : undefined,
  ),
  behaviour("string-emptied", "StringLiteral", (path) =>
    path.isStringLiteral() && !isName(path) && path.node.value !== "" ? '""' : undefined,
  ),
  behaviour("boolean-flipped", "BooleanLiteral", (path) =>
    path.isBooleanLiteral() ? `${!path.node.value}` : undefined,
  ),
  behaviour("null-to-undefined", "NullLiteral", () => "undefined"),
  behaviour("template-text", "TemplateElement", (path, source) =>
    path.isTemplateElement() && !path.parentPath.parentPath?.isTSType() ? `${source.of(path.node)}~` : undefined,
  ),
  behaviour("template-value-dropped", "TemplateLiteral", (path, source) => {
    if (!path.isTemplateLiteral()) return undefined;
    const [first] = path.node.expressions;
    return first === undefined || path.parentPath.isTSType() ? undefined : source.replace(first, '""');
  }),
  behaviour("regex-pattern", "RegExpLiteral", (path) =>
    path.isRegExpLiteral() ? `/(?:${path.node.pattern})?/${path.node.flags}` : undefined,
  ),
  behaviour("regex-flags", "RegExpLiteral", (path) => {
    if (!path.isRegExpLiteral()) return undefined;
    const { pattern, flags } = path.node;
    return `/${pattern}/${flags.includes("i") ? flags.replace("i", "") : `${flags}i`}`;
  }),
  behaviour("jsx-text", "JSXText", (path, source) =>
    path.isJSXText() && path.node.value.trim() !== "" ? `${source.of(path.node)}more ` : undefined,
  ),
];

/** Specifiers, keys, type literals and the like: other rules are for them, or none. */
function isName(path: NodePath): boolean {
  const { parent } = path;
  if (/^(Import|Export|TSLiteralType|TSExternalModule|TSEnumMember|TSModule|ImportAttribute)/.test(parent.type))
    return true;
  if (parent.type === "CallExpression" && parent.callee.type === "Identifier" && parent.callee.name === "require")
    return true;
  return "key" in parent && parent.key === path.node;
}
