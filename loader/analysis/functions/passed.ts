import { isBuiltin } from "node:module";
import type * as t from "@babel/types";
import { eachNode } from "../syntax/each-node.ts";
import { assignedExport } from "../linkage/commonjs-exports.ts";
import type { FunctionFacts } from "./function-facts.ts";
import type { Imports } from "../linkage/imports.ts";
import { isFunction } from "../syntax/nodes.ts";
import type { FunctionNode, ScopeTable } from "../scopes/scopes.ts";

export interface KnownFunction {
  readonly node: FunctionNode;
  readonly facts: FunctionFacts;
}

/**
 * Functions to mark where they are made, since they may come into a key and no name leads to them:
 * - in the argument list of a call whose callee may be a target: something imported from the program's own files, or a
 *   name at the top level of this module;
 * - outside functions, which is once for each load, in every place where the language gives a function no name, so that
 *   marking it there changes nothing that can be seen: elements of lists, members that are assigned, arguments.
 */
export function collectPassed(
  file: t.File,
  scopes: ScopeTable,
  imports: Imports,
  functions: readonly KnownFunction[],
): number[] {
  const indexes = new Map<t.Node, FunctionFacts>(functions.map(({ node, facts }) => [node, facts]));
  const passed: number[] = [];
  eachNode(file.program, (node, ancestors) => {
    for (const value of namelessValues(node)) {
      const facts = value !== null && isFunction(value) ? indexes.get(value) : undefined;
      if (facts === undefined || CAPTURES_UNKNOWN.has(facts.impossible)) continue;
      if ((isCall(node) && mayBeTarget(node.callee, scopes, imports)) || isOutside(node, ancestors, scopes))
        passed.push(facts.index);
    }
  });
  return passed.sort((a, b) => a - b);
}

/** ECMA-262 §13.15.2 and others name a function where it is the whole value of a variable, a property or a default. */
export function namelessValues(node: t.Node): readonly (t.Node | null)[] {
  switch (node.type) {
    case "ArrayExpression":
      return node.elements;
    case "LogicalExpression":
      return [node.left, node.right];
    case "ConditionalExpression":
      return [node.consequent, node.alternate];
    case "AssignmentExpression":
      return node.left.type === "MemberExpression" ? [node.right] : [];
    default:
      return isCall(node) ? node.arguments : [];
  }
}

/** Exports of CommonJS have names of their own. */
function isOutside(node: t.Node, ancestors: readonly t.Node[], scopes: ScopeTable): boolean {
  if (ancestors.some(isFunction)) return false;
  return node.type !== "AssignmentExpression" || assignedExport(node, scopes) === undefined;
}

function isCall(node: t.Node): node is t.CallExpression | t.NewExpression | t.OptionalCallExpression {
  return node.type === "CallExpression" || node.type === "NewExpression" || node.type === "OptionalCallExpression";
}

/** What these say of their captures is not all, so that it gives no identity. */
export const CAPTURES_UNKNOWN = new Set<FunctionFacts["impossible"]>([
  "capture-shadowed",
  "too-many-captures",
  "direct-eval",
  "with-statement",
]);

function mayBeTarget(callee: t.Node, scopes: ScopeTable, imports: Imports): boolean {
  let root = callee;
  while (root.type === "MemberExpression" || root.type === "OptionalMemberExpression") root = root.object;
  const binding = root.type === "Identifier" ? scopes.bindingOf(root) : undefined;
  if (binding === undefined || binding.scope !== scopes.module) return false;
  const imported = imports.names.get(binding);
  return imported === undefined || isOwnSpecifier(imports.facts[imported.import]?.specifier ?? "");
}

/** Bare names lead to packages, which are no targets, but for what `cache` is given; aliases of a project mostly begin with a sign. */
function isOwnSpecifier(specifier: string): boolean {
  return specifier === "astrocache" || (!isBuiltin(specifier) && /^[./#@~]/.test(specifier));
}
