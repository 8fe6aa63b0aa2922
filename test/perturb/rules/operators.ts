import type { NodePath } from "@babel/core";
import type { Source } from "../source.ts";
import { behaviour, type Rule } from "./rule.ts";

/** Edits of operators and conditions. */
export const operatorRules: readonly Rule[] = [
  behaviour(
    "operator-swapped",
    "BinaryExpression",
    swapOperator({
      "+": "-",
      "-": "+",
      "*": "+",
      "/": "*",
      "%": "*",
      "&": "|",
      "|": "&",
      "<<": ">>",
      ">>": "<<",
      ">>>": ">>",
      "^": "&",
      "**": "*",
    }),
  ),
  behaviour(
    "comparison-swapped",
    "BinaryExpression",
    swapOperator({
      "<": "<=",
      "<=": "<",
      ">": ">=",
      ">=": ">",
      "===": "!==",
      "!==": "===",
      "==": "===",
      "!=": "!==",
      "in": "==",
      "instanceof": "===",
    }),
  ),
  behaviour("logical-swapped", "LogicalExpression", swapOperator({ "&&": "||", "||": "&&", "??": "&&" })),
  behaviour(
    "assignment-operator",
    "AssignmentExpression",
    swapOperator({ "+=": "-=", "-=": "+=", "*=": "/=", "||=": "&&=", "??=": "||=", "|=": "&=" }),
  ),
  behaviour("operands-swapped", "BinaryExpression", (path, source) => {
    if (!path.isBinaryExpression() || source.of(path.node.left) === source.of(path.node.right)) return undefined;
    if (path.node.left.type === "PrivateName" || source.of(path.node).includes("(")) return undefined;
    return source.swap(path.node.left, path.node.right);
  }),
  behaviour("unary-removed", "UnaryExpression", (path, source) =>
    path.isUnaryExpression() && /^[!~-]$/.test(path.node.operator) ? source.of(path.node.argument) : undefined,
  ),
  behaviour("update-reversed", "UpdateExpression", (path, source) =>
    path.isUpdateExpression()
      ? source.of(path.node).replace(/\+\+|--/, (sign) => (sign === "++" ? "--" : "++"))
      : undefined,
  ),
  behaviour("update-prefix", "UpdateExpression", (path, source) =>
    path.isUpdateExpression() && !path.parentPath.isExpressionStatement() && !path.parentPath.isForStatement()
      ? path.node.prefix
        ? `${source.of(path.node.argument)}${path.node.operator}`
        : `${path.node.operator}${source.of(path.node.argument)}`
      : undefined,
  ),
  behaviour("condition-negated", "IfStatement ConditionalExpression WhileStatement", (path, source) => {
    const { node } = path;
    return "test" in node && node.test && typeof node.test === "object" && "type" in node.test
      ? source.replace(node.test, `!(${source.of(node.test)})`)
      : undefined;
  }),
  behaviour("branches-swapped", "ConditionalExpression", (path, source) =>
    path.isConditionalExpression() ? source.swap(path.node.consequent, path.node.alternate) : undefined,
  ),
  behaviour("optional-chaining-changed", "OptionalMemberExpression OptionalCallExpression", (path, source) => {
    const { node } = path;
    if (!("optional" in node) || node.optional !== true) return undefined;
    const before =
      node.type === "OptionalMemberExpression"
        ? node.object
        : node.type === "OptionalCallExpression"
          ? node.callee
          : undefined;
    const isDot = node.type === "OptionalMemberExpression" && !node.computed;
    return before && source.token("?.", before.end, node.end, isDot ? "." : "");
  }),
  behaviour("typeof-compared", "BinaryExpression", (path, source) => {
    if (!path.isBinaryExpression() || path.node.left.type !== "UnaryExpression" || path.node.left.operator !== "typeof")
      return undefined;
    const { right } = path.node;
    return right.type === "StringLiteral"
      ? source.replace(right, right.value === "object" ? '"function"' : '"object"')
      : undefined;
  }),
];

function swapOperator(table: Readonly<Record<string, string>>): Rule["edit"] {
  return (path: NodePath, source: Source) => {
    const { node } = path;
    if (!("operator" in node) || !("left" in node) || !("right" in node)) return undefined;
    const { operator, left, right } = node as { operator: string; left: { end: number }; right: { start: number } };
    const other = Object.hasOwn(table, operator) ? table[operator] : undefined;
    return other === undefined ? undefined : source.token(operator, left.end, right.start, other);
  };
}
