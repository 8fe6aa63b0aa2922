import type * as t from "@babel/types";
import type { ScopeTable } from "../scopes/scopes.ts";

/**
 * Whether a node changes a global object or a builtin prototype: `globalThis.x = …`, `Array.prototype.last = …`,
 * `Object.assign(String.prototype, …)`. No reference leads from a target to such a change, so it counts for all.
 */
export function isAmbientChange(node: t.Node, scopes: ScopeTable): boolean {
  if (node.type === "AssignmentExpression") return isGlobalMember(node.left, scopes) || isUndeclared(node.left, scopes);
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return false;
  const { object, property } = node.callee;
  const [target] = node.arguments;
  const isChange =
    isGlobal(object, scopes) &&
    (object.name === "Object" || object.name === "Reflect") &&
    property.type === "Identifier" &&
    CHANGING.has(property.name);
  return isChange && target !== undefined && (isGlobalObject(target, scopes) || isBuiltinPrototype(target, scopes));
}

function isGlobalMember(node: t.Node, scopes: ScopeTable): boolean {
  if (node.type !== "MemberExpression") return false;
  return (
    isGlobalObject(node.object, scopes) || isBuiltinPrototype(node.object, scopes) || isBuiltin(node.object, scopes)
  );
}

/** Assigning to a name that nobody declares makes a global. CommonJS's own names are none. */
function isUndeclared(node: t.Node, scopes: ScopeTable): boolean {
  return isGlobal(node, scopes) && scopes.isReference(node) && !COMMONJS.has(node.name);
}

function isGlobalObject(node: t.Node, scopes: ScopeTable): boolean {
  return isGlobal(node, scopes) && (node.name === "globalThis" || node.name === "global");
}

function isBuiltin(node: t.Node, scopes: ScopeTable): boolean {
  return isGlobal(node, scopes) && !COMMONJS.has(node.name) && node.name !== "process";
}

function isBuiltinPrototype(node: t.Node, scopes: ScopeTable): boolean {
  return (
    node.type === "MemberExpression" &&
    isBuiltin(node.object, scopes) &&
    node.property.type === "Identifier" &&
    node.property.name === "prototype"
  );
}

function isGlobal(node: t.Node, scopes: ScopeTable): node is t.Identifier {
  return node.type === "Identifier" && scopes.bindingOf(node) === undefined;
}

const COMMONJS = new Set(["module", "exports", "require", "arguments"]);
const CHANGING = new Set(["assign", "defineProperty", "defineProperties", "set", "setPrototypeOf"]);
