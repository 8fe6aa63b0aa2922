import type { NodePath, types as t } from "@babel/core";
import { behaviour, type Rule } from "./rule.ts";

/** Edits of objects, tables, classes and enums. */
export const memberRules: readonly Rule[] = [
  behaviour("property-renamed", "ObjectProperty", (path, source) => {
    const key = plainKey(path);
    if (key === undefined || !path.isObjectProperty() || path.node.shorthand) return undefined;
    return source.replace(key, `${key.name}Z`);
  }),
  behaviour("shorthand-renamed", "ObjectProperty", (path) => {
    const key = plainKey(path);
    return key !== undefined && path.isObjectProperty() && path.node.shorthand && path.node.value.type === "Identifier"
      ? `${key.name}Z: ${key.name}`
      : undefined;
  }),
  behaviour("property-removed", "ObjectProperty", (path, source) => {
    if (!path.isObjectProperty() || !path.parentPath.isObjectExpression()) return undefined;
    const { end } = path.node;
    const comma = /^\s*,/.exec(source.text.slice(end ?? 0))?.[0].length;
    return comma === undefined ? undefined : { start: path.node.start ?? 0, end: (end ?? 0) + comma, text: "" };
  }),
  behaviour("member-renamed", "MemberExpression OptionalMemberExpression", (path, source) => {
    const { node } = path;
    if ((node.type !== "MemberExpression" && node.type !== "OptionalMemberExpression") || node.computed)
      return undefined;
    if (node.object.type === "Identifier" && (node.object.name === "module" || node.object.name === "exports"))
      return undefined;
    return node.property.type === "Identifier" ? source.replace(node.property, `${node.property.name}Z`) : undefined;
  }),
  behaviour("method-renamed", "ClassMethod ObjectMethod", (path, source) => {
    const key = plainKey(path);
    return key === undefined || key.name === "constructor" ? undefined : source.replace(key, `${key.name}Z`);
  }),
  behaviour("table-entries-swapped", "ObjectExpression", (path, source) => {
    const [first, second] = path.isObjectExpression() ? path.node.properties : [];
    if (first?.type !== "ObjectProperty" || second?.type !== "ObjectProperty" || first.shorthand || second.shorthand)
      return undefined;
    return source.of(first.value) === source.of(second.value) ? undefined : source.swap(first.value, second.value);
  }),
  behaviour("entries-reordered", "ObjectExpression", (path, source) => {
    const [first, second] = path.isObjectExpression() ? path.node.properties : [];
    return first && second && first.type !== "SpreadElement" ? source.swap(first, second) : undefined;
  }),
  behaviour("element-removed", "ArrayExpression", (path, source) => {
    const last = path.isArrayExpression() ? path.node.elements.at(-1) : undefined;
    const before = path.isArrayExpression() ? path.node.elements.at(-2) : undefined;
    return last && before ? { start: source.around(before).end, end: source.around(last).end, text: "" } : undefined;
  }),
  behaviour("elision-added", "ArrayExpression", (path, source) =>
    path.isArrayExpression() && path.node.elements.length > 0 ? `[,${source.of(path.node).slice(1)}` : undefined,
  ),
  behaviour("computed-key", "ObjectProperty ClassMethod ClassProperty", (path, source) => {
    const { node } = path;
    return "computed" in node && node.computed && "key" in node
      ? source.replace(node.key, `"z" + (${source.of(node.key)})`)
      : undefined;
  }),
  behaviour("superclass-removed", "ClassDeclaration ClassExpression", (path, source) => {
    const { node } = path;
    if ((node.type !== "ClassDeclaration" && node.type !== "ClassExpression") || !node.superClass) return undefined;
    return source.replace(node.superClass, "Object");
  }),
  behaviour("field-changed", "ClassProperty ClassPrivateProperty", (path, source) => {
    const { node } = path;
    if (node.type !== "ClassProperty" && node.type !== "ClassPrivateProperty") return undefined;
    return node.value ? source.replace(node.value, `[${source.of(node.value)}]`) : undefined;
  }),
  behaviour("static-removed", "ClassProperty ClassMethod", (path, source) => {
    const { node } = path;
    const isStatic = (node.type === "ClassProperty" || node.type === "ClassMethod") && node.static;
    return isStatic ? source.token("static ", node.start, node.key.start, "") : undefined;
  }),
  behaviour("getter-to-method", "ClassMethod ObjectMethod", (path, source) => {
    const { node } = path;
    const isGetter = (node.type === "ClassMethod" || node.type === "ObjectMethod") && node.kind === "get";
    return isGetter ? source.token("get ", node.start, node.key.start, "") : undefined;
  }),
  behaviour("member-body", "ClassMethod ClassPrivateMethod StaticBlock", (path, source) => {
    const { node } = path;
    if (node.type === "StaticBlock") return source.token("{", node.start, node.end, "{ globalThis.zed;");
    const body = node.type === "ClassMethod" || node.type === "ClassPrivateMethod" ? node.body : undefined;
    if (body === undefined || !body.body.every(({ type }) => type !== "ReturnStatement")) return undefined;
    return source.replace(
      body,
      `{ ${body.directives.length > 0 ? '"use strict"; ' : ""}const z = 0; void z; ${source.of(body).slice(1)}`,
    );
  }),
  behaviour("decorator-removed", "Decorator", (path) => (path.isDecorator() ? "" : undefined)),
  behaviour("decorator-argument", "Decorator", (path, source) => {
    const call = path.isDecorator() ? path.node.expression : undefined;
    const [argument] = call?.type === "CallExpression" ? call.arguments : [];
    return argument && source.replace(argument, `[${source.of(argument)}]`);
  }),
  behaviour("enum-value", "TSEnumMember", (path, source) =>
    path.isTSEnumMember() ? `${source.of(path.node.id)} = 977` : undefined,
  ),
  behaviour("enum-name", "TSEnumMember", (path, source) =>
    path.isTSEnumMember() && path.node.id.type === "Identifier"
      ? source.replace(path.node.id, `${path.node.id.name}Z`)
      : undefined,
  ),
  behaviour("parameter-property-removed", "TSParameterProperty", (path, source) =>
    path.isTSParameterProperty() ? source.of(path.node.parameter) : undefined,
  ),
  behaviour("jsx-attribute", "JSXAttribute", (path, source) =>
    path.isJSXAttribute() ? source.replace(path.node.name, `${source.of(path.node.name)}z`) : undefined,
  ),
  behaviour("destructured-key", "ObjectPattern", (path, source) => {
    const [first] = path.isObjectPattern() ? path.node.properties : [];
    if (first?.type !== "ObjectProperty" || first.computed || first.key.type !== "Identifier") return undefined;
    return first.shorthand
      ? source.replace(first, `${first.key.name}Z: ${source.of(first.value)}`)
      : source.replace(first.key, `${first.key.name}Z`);
  }),
];

function plainKey({ node }: NodePath): t.Identifier | undefined {
  if (!("key" in node) || ("computed" in node && node.computed)) return undefined;
  const key = node.key as t.Node;
  return key.type === "Identifier" ? key : undefined;
}
