import { isBuiltin } from "node:module";
import type * as t from "@babel/types";
import { eachNode } from "../syntax/each-node.ts";
import type { FunctionFacts } from "./function-facts.ts";
import type { Imports } from "../linkage/imports.ts";
import { isFunction } from "../syntax/nodes.ts";
import type { FunctionNode, ScopeTable } from "../scopes/scopes.ts";

interface KnownFunction {
  readonly node: FunctionNode;
  readonly facts: FunctionFacts;
}

/**
 * Functions written straight into the argument list of a call whose callee may be a target: something imported from the
 * program's own files, or a name at the top level of this module. Where such a call is answered by its key, the
 * function's code and captures are part of it.
 */
export function collectPassed(
  file: t.File,
  scopes: ScopeTable,
  imports: Imports,
  functions: readonly KnownFunction[],
): number[] {
  const indexes = new Map<t.Node, FunctionFacts>(functions.map(({ node, facts }) => [node, facts]));
  const passed: number[] = [];
  eachNode(file.program, (node) => {
    if (node.type !== "CallExpression" && node.type !== "NewExpression" && node.type !== "OptionalCallExpression")
      return;
    if (!node.arguments.some(isFunction) || !mayBeTarget(node.callee, scopes, imports)) return;
    for (const argument of node.arguments) {
      const facts = indexes.get(argument);
      if (facts !== undefined && !CAPTURES_UNKNOWN.has(facts.impossible)) passed.push(facts.index);
    }
  });
  return passed.sort((a, b) => a - b);
}

/** What these say of their captures is not all, so that it gives no identity. */
const CAPTURES_UNKNOWN = new Set<FunctionFacts["impossible"]>([
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

/** Bare names lead to packages, which are no targets; aliases of a project mostly begin with a sign. */
function isOwnSpecifier(specifier: string): boolean {
  return !isBuiltin(specifier) && /^[./#@~]/.test(specifier);
}
