import type { NodePath } from "@babel/core";
import { insert, reprint } from "../source.ts";
import { cosmetic, type Rule } from "./rule.ts";

/** Comments, spacing, parentheses and the spelling of literals. */
export const layoutRules: readonly Rule[] = [
  cosmetic("comment-line", "ExpressionStatement ReturnStatement FunctionDeclaration IfStatement", (path) =>
    path.parentPath?.isProgram() || path.parentPath?.isBlockStatement()
      ? insert(path.node.start, "// a remark: x = 1\n")
      : undefined,
  ),
  cosmetic("comment-inside", "BinaryExpression", (path) =>
    path.isBinaryExpression() ? insert(path.node.right.start, "/* z */ ") : undefined,
  ),
  cosmetic("comment-documentation", "FunctionDeclaration ClassMethod", (path) =>
    path.parentPath?.isExportDeclaration() ? undefined : insert(path.node.start, "/**\n * @param {string} z\n */\n"),
  ),
  cosmetic("comments-removed", "Program", (path) => {
    const comments =
      (path.parent as { comments?: { start?: number; end?: number; value: string }[] | null }).comments ?? [];
    return comments.length === 0
      ? undefined
      : comments.map(({ start = 0, end = 0, value }) => ({ start, end, text: value.includes("\n") ? "\n" : " " }));
  }),
  cosmetic("spacing", "BinaryExpression AssignmentExpression", (path) => {
    const { node } = path;
    return node.type === "BinaryExpression" || node.type === "AssignmentExpression"
      ? insert(node.right.start, "\n\n   ")
      : undefined;
  }),
  cosmetic("blank-lines", "Program", (path, source) =>
    path.isProgram()
      ? path.node.body.map(({ end }) => insert(end, "\n\n\n")).filter(({ start }) => source.text.length >= start)
      : undefined,
  ),
  cosmetic("reprinted", "Program", (_path, source) => {
    const text = reprint(source.file, source.text);
    return text === undefined ? undefined : { start: 0, end: source.text.length, text };
  }),
  cosmetic("line-ends", "Program", (_path, source) =>
    source.text.includes("\r")
      ? undefined
      : { start: 0, end: source.text.length, text: source.text.replaceAll("\n", "\r\n") },
  ),
  cosmetic("byte-order-mark", "Program", () => insert(0, "\uFEFF")),
  cosmetic(
    "parentheses",
    "BinaryExpression CallExpression NumericLiteral Identifier ConditionalExpression",
    (path, source) => (isPlainValue(path) ? `(${source.of(path.node)})` : undefined),
  ),
  cosmetic("quotes", "StringLiteral", (path, source) => {
    if (!path.isStringLiteral() || path.parentPath.isJSXAttribute()) return undefined;
    const { value } = path.node;
    if (/['"\\\n\r\u2028]/.test(value)) return undefined;
    return source.of(path.node).startsWith('"') ? `'${value}'` : `"${value}"`;
  }),
  cosmetic("string-escapes", "StringLiteral", (path) => {
    const { node } = path;
    if (!path.isStringLiteral() || path.parentPath.isJSXAttribute() || !/^[a-z]/.test(path.node.value))
      return undefined;
    const text = JSON.stringify((node as { value: string }).value);
    return `"\\x${text.charCodeAt(1).toString(16).padStart(2, "0")}${text.slice(2)}`;
  }),
  cosmetic("number-spelling", "NumericLiteral", (path, source) => {
    if (!path.isNumericLiteral() || path.parentPath.isTSType()) return undefined;
    const { value } = path.node;
    const text = Number.isInteger(value) && value < 2 ** 31 ? `0x${value.toString(16)}` : value.toExponential();
    return Number(text) === value && text !== source.of(path.node) ? text : undefined;
  }),
  cosmetic("number-separators", "NumericLiteral", (path, source) => {
    const text = source.of(path.node);
    return /^[1-9]\d\d+$/.test(text) ? `${text.slice(0, 1)}_${text.slice(1)}` : undefined;
  }),
  cosmetic("trailing-comma", "ArrayExpression ObjectExpression CallExpression", (path, source) => {
    const { node } = path;
    const list =
      node.type === "ArrayExpression"
        ? node.elements
        : node.type === "ObjectExpression"
          ? node.properties
          : node.type === "CallExpression"
            ? node.arguments
            : [];
    const last = list.at(-1);
    if (!last) return undefined;
    const { end } = source.around(last);
    return /^\s*,/.test(source.text.slice(end)) ? source.token(",", end, node.end, " ") : insert(end, ",");
  }),
  cosmetic("semicolon-removed", "ExpressionStatement ReturnStatement VariableDeclaration", (path, source) => {
    const { end } = path.node;
    const isLast = /^\s*(\n\s*[a-z}]|$)/.test(source.text.slice(end ?? 0));
    return source.text[(end ?? 0) - 1] === ";" &&
      isLast &&
      !/\n\s*(in|of|instanceof)\b/.test(source.text.slice(end ?? 0, (end ?? 0) + 30))
      ? { start: (end ?? 0) - 1, end: end ?? 0, text: "" }
      : undefined;
  }),
  cosmetic("semicolon-added", "ExpressionStatement FunctionDeclaration IfStatement", (path) =>
    path.parentPath?.isBlockStatement() || path.parentPath?.isProgram() ? insert(path.node.end, ";") : undefined,
  ),
  cosmetic("braces-added", "IfStatement ForStatement ForOfStatement WhileStatement", (path, source) => {
    const body = bodyOf(path);
    return body && /^(Expression|Return|Throw|Continue|Break)/.test(body.type)
      ? source.replace(body, `{ ${source.of(body)} }`)
      : undefined;
  }),
  cosmetic("braces-removed", "IfStatement ForStatement ForOfStatement WhileStatement", (path, source) => {
    const body = bodyOf(path);
    const [only, second] = body?.type === "BlockStatement" ? body.body : [];
    const isSimple =
      only !== undefined && second === undefined && /^(Expression|Return|Throw|Continue|Break)/.test(only.type);
    return body && isSimple ? source.replace(body, source.of(only)) : undefined;
  }),
  cosmetic("key-quoted", "ObjectProperty ObjectMethod ClassMethod", (path, source) => {
    const { node } = path;
    if (!("key" in node) || !("computed" in node) || node.computed || ("shorthand" in node && node.shorthand))
      return undefined;
    const { key } = node;
    const isPlain =
      typeof key === "object" && key.type === "Identifier" && key.name !== "constructor" && key.name !== "__proto__";
    return isPlain ? source.replace(key, `"${key.name}"`) : undefined;
  }),
  cosmetic("key-unquoted", "ObjectProperty", (path, source) => {
    if (!path.isObjectProperty() || path.node.computed || path.node.key.type !== "StringLiteral") return undefined;
    return /^[a-z]\w*$/.test(path.node.key.value) ? source.replace(path.node.key, path.node.key.value) : undefined;
  }),
  cosmetic("shorthand-spelled-out", "ObjectProperty", (path, source) =>
    path.isObjectProperty() && path.node.shorthand && path.node.key.type === "Identifier"
      ? `${path.node.key.name}: ${source.of(path.node.value)}`
      : undefined,
  ),
  cosmetic("member-quoted", "MemberExpression", (path, source) => {
    if (!path.isMemberExpression() || path.node.computed || path.node.property.type !== "Identifier") return undefined;
    const { object, property } = path.node;
    if (object.type === "Super" || /^(exports|module)\b/.test(source.of(object))) return undefined;
    return (
      source.token(".", source.around(object).end, property.end, "") && {
        start: source.around(object).end,
        end: property.end ?? 0,
        text: `["${property.name}"]`,
      }
    );
  }),
  cosmetic("arrow-parentheses", "ArrowFunctionExpression", (path, source) => {
    if (!path.isArrowFunctionExpression() || path.node.params.length !== 1) return undefined;
    const [parameter] = path.node.params;
    const isBare =
      parameter?.type === "Identifier" && parameter.start === (path.node.start ?? 0) + (path.node.async ? 6 : 0);
    return parameter && isBare ? source.replace(parameter, `(${source.of(parameter)})`) : undefined;
  }),
];

function bodyOf({ node }: NodePath) {
  if (node.type === "IfStatement") return node.alternate ? undefined : node.consequent;
  return node.type === "ForStatement" || node.type === "ForOfStatement" || node.type === "WhileStatement"
    ? node.body
    : undefined;
}

/** A value that stands where parentheses around it mean nothing. */
function isPlainValue(path: NodePath): boolean {
  const { parent, key } = path;
  if (parent.type === "BinaryExpression") return key === "right" || key === "left";
  if (parent.type === "ReturnStatement") return true;
  return (
    parent.type === "CallExpression" &&
    path.listKey === "arguments" &&
    !(parent.callee.type === "Identifier" && parent.callee.name === "require")
  );
}
