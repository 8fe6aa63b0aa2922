import type * as t from "@babel/types";
import { propertyName, unwrap } from "../syntax/nodes.ts";
import type { ScopeTable } from "../scopes/scopes.ts";

export interface AssignedName {
  readonly parts: readonly string[];
  readonly node: t.Node;
}

/**
 * The name that a function takes from what it is assigned to: `f`, `X.m` for `X.m` and `X.prototype.m`, `f` for
 * `exports.f`, and `default` for `module.exports`, whose members (`isMember`) are exports by their own names.
 */
export function assignedName(left: t.Node, isMember: boolean, table: ScopeTable): AssignedName | undefined {
  const target = unwrap(left);
  if (target.type === "Identifier" && !isExports(target, table)) return { parts: [target.name], node: target };
  if (target.type === "Identifier" || isModuleExports(target, table))
    return { parts: isMember ? [] : ["default"], node: target };
  if (target.type !== "MemberExpression") return undefined;
  const property = propertyName(target);
  if (property === undefined) return undefined;
  const parts = [...objectPath(target.object, table), property].filter((part) => part !== "prototype");
  return parts.length === 0 ? undefined : { parts, node: target.property };
}

function objectPath(node: t.Node, table: ScopeTable): readonly string[] {
  const object = unwrap(node);
  if (isModuleExports(object, table) || (object.type === "Identifier" && isExports(object, table))) return [];
  if (object.type === "Identifier") return [object.name];
  if (object.type !== "MemberExpression") return [];
  const property = propertyName(object);
  return property === undefined ? [] : [...objectPath(object.object, table), property];
}

function isExports(id: t.Identifier, table: ScopeTable): boolean {
  return id.name === "exports" && table.bindingOf(id) === undefined;
}

function isModuleExports(node: t.Node, table: ScopeTable): boolean {
  if (node.type !== "MemberExpression" || node.object.type !== "Identifier" || propertyName(node) !== "exports")
    return false;
  return node.object.name === "module" && table.bindingOf(node.object) === undefined;
}
