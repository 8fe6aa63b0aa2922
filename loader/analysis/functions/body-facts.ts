import type * as t from "@babel/types";
import type { Frame } from "./frames.ts";
import type { BodySpan } from "./function-facts.ts";
import { boundIdentifiers } from "../scopes/scope-patterns.ts";
import type { FunctionNode, ScopeTable } from "../scopes/scopes.ts";

/** Where the body stands. An arrow ends behind the parentheses of its expression. */
export function bodySpan(node: FunctionNode): BodySpan {
  const { body } = node;
  if (body.type !== "BlockStatement") return { start: startOf(body), end: node.end ?? 0, isExpression: true };
  const lastDirective = body.directives.at(-1);
  return { start: lastDirective?.end ?? startOf(body) + 1, end: (body.end ?? 0) - 1, isExpression: false };
}

/** With its parentheses, which Babel leaves out of a node's place. */
function startOf(node: t.Node): number {
  const parenthesis = node.extra?.["parenStart"];
  return typeof parenthesis === "number" ? parenthesis : (node.start ?? 0);
}

export function parameterNames(node: FunctionNode): readonly string[] {
  return [...new Set(node.params.flatMap((parameter) => boundIdentifiers(parameter)).map(({ name }) => name))];
}

/** By their place in a call: a plain name, also with a default, or an empty text. `this` of TypeScript is none. */
export function formalNames(node: FunctionNode): readonly string[] {
  return node.params
    .map((parameter) => (parameter.type === "AssignmentPattern" ? parameter.left : parameter))
    .map((parameter) => (parameter.type === "Identifier" ? parameter.name : ""))
    .filter((name) => name !== "this");
}

/**
 * Variables of the body that start with the value of a parameter, or of `arguments`, which they are named like; and
 * parameters that keep a function in a block of sloppy code from becoming a variable of the body (ECMA-262 B.3.2.1).
 */
export function clashesOf(frame: Frame, parameters: readonly string[], table: ScopeTable): readonly string[] {
  const { node } = frame.head;
  if (!("params" in node) || node.body.type !== "BlockStatement") return [];
  const apart = table.scopeOf(node.body);
  const variables = (apart ?? table.scopeOf(node))?.bindings;
  const start = apart === undefined ? (node.body.start ?? 0) : 0;
  const isDeclared = (name: string): boolean =>
    variables?.get(name)?.declarations.some((id) => (id.start ?? 0) >= start) ?? false;
  const clashes = parameters.filter((name) => isDeclared(name) || frame.blockFunctions.has(name));
  const isOwn = node.type !== "ArrowFunctionExpression" && variables?.get("arguments")?.kind === "var";
  return isOwn ? [...clashes, "arguments"] : clashes;
}
