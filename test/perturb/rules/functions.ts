import type { NodePath } from "@babel/core";
import { behaviour, type Rule } from "./rule.ts";
import { insert } from "../source.ts";

/** Edits of calls, parameters and what a function is. */
export const functionRules: readonly Rule[] = [
  behaviour("argument-removed", "CallExpression NewExpression", (path, source) => {
    const list = argumentsOf(path);
    const last = list?.at(-1);
    if (list === undefined || last === undefined || isRequire(path)) return undefined;
    const before = list.at(-2);
    return {
      start: before ? source.around(before).end : source.around(last).start,
      end: source.around(last).end,
      text: "",
    };
  }),
  behaviour("arguments-reordered", "CallExpression NewExpression", (path, source) => {
    const [first, second] = argumentsOf(path) ?? [];
    return first && second && source.of(first) !== source.of(second) ? source.swap(first, second) : undefined;
  }),
  behaviour("argument-added", "CallExpression", (path, source) => {
    const list = argumentsOf(path);
    const last = list?.at(-1);
    return last && !isRequire(path) ? insert(source.around(last).end, ", undefined") : undefined;
  }),
  behaviour("spread-removed", "SpreadElement", (path, source) =>
    path.isSpreadElement() && !path.parentPath.isObjectExpression() ? source.of(path.node.argument) : undefined,
  ),
  behaviour("default-changed", "AssignmentPattern", (path, source) =>
    path.isAssignmentPattern() ? source.replace(path.node.right, `[${source.of(path.node.right)}]`) : undefined,
  ),
  behaviour("default-removed", "AssignmentPattern", (path, source) =>
    path.isAssignmentPattern() ? source.of(path.node.left) : undefined,
  ),
  behaviour("parameters-reordered", "FunctionDeclaration ArrowFunctionExpression ClassMethod", (path, source) => {
    const [first, second] = path.isFunction() ? path.node.params : [];
    if (!first || !second || second.type === "RestElement" || source.of(first).startsWith("this")) return undefined;
    return path.isFunction() && isPatternRead(path, first) ? source.swap(first, second) : undefined;
  }),
  behaviour("rest-removed", "RestElement", (path, source) =>
    path.isRestElement() && path.parentPath.isFunction() ? source.of(path.node).slice(3) : undefined,
  ),
  behaviour("async-changed", "FunctionDeclaration", (path, source) => {
    if (!path.isFunctionDeclaration() || path.node.generator) return undefined;
    if (!path.node.async) return insert(path.node.start, "async ");
    return source.of(path.node.body).includes("await")
      ? undefined
      : source.token("async", path.node.start, path.node.body.start, "");
  }),
  behaviour("generator-added", "FunctionDeclaration", (path, source) =>
    path.isFunctionDeclaration() && !path.node.generator
      ? source.token("function", path.node.start, path.node.body.start, "function*")
      : undefined,
  ),
  behaviour("await-removed", "AwaitExpression", (path, source) =>
    path.isAwaitExpression() ? source.of(path.node.argument) : undefined,
  ),
  behaviour("yield-delegation", "YieldExpression", (path, source) =>
    path.isYieldExpression() && path.node.argument
      ? `(yield${path.node.delegate ? "" : "*"} ${source.of(path.node.argument)})`
      : undefined,
  ),
  behaviour("new-removed", "NewExpression", (path, source) =>
    path.isNewExpression() && source.text[path.node.callee.end ?? 0] === "("
      ? source.of(path.node).replace(/^new\s+/, "")
      : undefined,
  ),
  behaviour("this-replaced", "ThisExpression", (path) => (path.getFunctionParent() === null ? undefined : "null")),
  behaviour("arrow-for-function", "FunctionExpression", (path, source) => {
    if (!path.isFunctionExpression() || path.node.generator || path.node.async || path.node.id) return undefined;
    const [first] = path.node.params;
    const start = first?.start ?? path.node.body.start ?? 0;
    if (source.text.slice(path.node.start ?? 0, start).replace(/\s/g, "") !== (first ? "function(" : "function()"))
      return undefined;
    return [source.token("function", path.node.start, path.node.end, ""), insert(path.node.body.start, "=> ")].filter(
      (splice) => splice !== undefined,
    );
  }),
  behaviour("directive-added", "FunctionDeclaration", (path) =>
    path.isFunctionDeclaration() && path.node.params.every(({ type }) => type === "Identifier")
      ? insert((path.node.body.start ?? 0) + 1, ' "use strict";')
      : undefined,
  ),
];

function argumentsOf({ node }: NodePath) {
  return node.type === "CallExpression" || node.type === "NewExpression" ? node.arguments : undefined;
}

function isRequire({ node }: NodePath): boolean {
  return node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "require";
}

/** Reordering parameters that nobody reads is no change after their renaming. */
function isPatternRead(path: NodePath, parameter: { type: string; name?: unknown }): boolean {
  return parameter.type === "Identifier" && path.scope.getOwnBinding(String(parameter.name))?.referenced === true;
}
