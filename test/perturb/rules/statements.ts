import type { NodePath } from "@babel/core";
import { behaviour, type Rule } from "./rule.ts";

/** Edits of statements inside functions and of loops. */
export const statementRules: readonly Rule[] = [
  behaviour("statement-removed", "ExpressionStatement IfStatement ThrowStatement ForOfStatement", (path) =>
    isInFunction(path) ? ";" : undefined,
  ),
  behaviour("statements-swapped", "ExpressionStatement", (path, source) => {
    const next = path.getNextSibling();
    if (!isInFunction(path) || !next.isExpressionStatement()) return undefined;
    return source.of(path.node) === source.of(next.node) ? undefined : source.swap(path.node, next.node);
  }),
  behaviour("return-changed", "ReturnStatement", (path, source) =>
    path.isReturnStatement() && path.node.argument ? `return [${source.of(path.node.argument)}];` : undefined,
  ),
  behaviour("return-emptied", "ReturnStatement", (path) =>
    path.isReturnStatement() && path.node.argument ? "return;" : undefined,
  ),
  behaviour("else-removed", "IfStatement", (path, source) =>
    path.isIfStatement() && path.node.alternate ? source.replace(path.node.alternate, "{}") : undefined,
  ),
  behaviour("loop-bound", "ForStatement", (path, source) =>
    path.isForStatement() && path.node.test
      ? source.replace(path.node.test, `(${source.of(path.node.test)}) && Math.random() < 2`)
      : undefined,
  ),
  behaviour("loop-step", "ForStatement", (path, source) =>
    path.isForStatement() && path.node.update
      ? source.replace(path.node.update, `${source.of(path.node.update)}, 0`)
      : undefined,
  ),
  behaviour("loop-kind", "ForOfStatement", (path, source) =>
    path.isForOfStatement() && !path.node.await
      ? source.token(" of ", path.node.left.end, path.node.right.start, " in ")
      : undefined,
  ),
  behaviour("break-for-continue", "BreakStatement", (path) =>
    path.isBreakStatement() &&
    !path.node.label &&
    !path.findParent((parent) => parent.isSwitchStatement() || parent.isFunction())?.isSwitchStatement()
      ? "continue;"
      : undefined,
  ),
  behaviour("continue-for-break", "ContinueStatement", (path) =>
    path.isContinueStatement() && !path.node.label ? "break;" : undefined,
  ),
  behaviour("catch-body", "CatchClause", (path, source) =>
    path.isCatchClause()
      ? source.replace(path.node.body, `{ globalThis.zed; ${source.of(path.node.body).slice(1)}`)
      : undefined,
  ),
  behaviour("finally-body", "TryStatement", (path, source) =>
    path.isTryStatement() && path.node.finalizer
      ? source.replace(path.node.finalizer, `{ globalThis.zed; ${source.of(path.node.finalizer).slice(1)}`)
      : undefined,
  ),
  behaviour("case-removed", "SwitchCase", (path) => (path.isSwitchCase() && path.node.test ? "" : undefined)),
  behaviour("case-value", "SwitchCase", (path, source) =>
    path.isSwitchCase() && path.node.test
      ? source.replace(path.node.test, `[${source.of(path.node.test)}]`)
      : undefined,
  ),
  behaviour("initializer-changed", "VariableDeclarator", (path, source) =>
    path.isVariableDeclarator() &&
    path.node.init &&
    path.node.init.type !== "CallExpression" &&
    path.node.id.type === "Identifier" &&
    isInFunction(path)
      ? source.replace(path.node.init, `[${source.of(path.node.init)}]`)
      : undefined,
  ),
  behaviour("statement-added", "ReturnStatement", (path, source) =>
    path.isReturnStatement() && path.parentPath.isBlockStatement()
      ? `if (globalThis.name) return;\n${source.of(path.node)}`
      : undefined,
  ),
];

function isInFunction(path: NodePath): boolean {
  return path.getFunctionParent() !== null && (path.parentPath?.isBlockStatement() ?? false);
}
