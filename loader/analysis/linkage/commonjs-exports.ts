import type * as t from "@babel/types";
import { WHOLE_EXPORTS } from "./pseudo-names.ts";
import type { ScopeTable } from "../scopes/scopes.ts";

export interface AssignedExport {
  /** `exports.a`, or `*exports*` for `module.exports = …`. */
  readonly pseudoName: string;
  readonly value: t.Node;
}

/** Reads `exports.a = v`, `module.exports.a = v`, `module.exports = v` and `Object.defineProperty(exports, "a", v)`. */
export function assignedExport(node: t.Node, scopes: ScopeTable): AssignedExport | undefined {
  if (node.type === "CallExpression") return definedExport(node, scopes);
  if (node.type !== "AssignmentExpression" || node.operator !== "=") return undefined;
  // `exports = module.exports = v` and `exports.a = exports.b = v`
  const value = node.right;
  if (isModuleExports(node.left, scopes) || isGlobalNamed(node.left, "exports", scopes)) {
    const inner = assignedExport(value, scopes);
    return { pseudoName: WHOLE_EXPORTS, value: inner?.pseudoName === WHOLE_EXPORTS ? inner.value : value };
  }
  const name = exportsMember(node.left, scopes);
  return name === undefined ? undefined : { pseudoName: exportsName(name), value };
}

/** TypeScript's compiled form of `export * from "x"`: `__exportStar(require("x"), exports)`. The call of require. */
export function starExportCall(node: t.Node, scopes: ScopeTable): t.Node | undefined {
  if (node.type !== "CallExpression" || node.arguments.length !== 2) return undefined;
  const [source, target] = node.arguments;
  const isHelper =
    node.callee.type === "Identifier" ? node.callee.name === "__exportStar" : node.callee.type === "MemberExpression";
  return isHelper && source !== undefined && target !== undefined && isExportsObject(target, scopes)
    ? source
    : undefined;
}

/** `Object.defineProperty(exports, "a", { get() { … } })`, as compilers write re-exports. */
function definedExport(node: t.CallExpression, scopes: ScopeTable): AssignedExport | undefined {
  const [target, name, descriptor] = node.arguments;
  if (target === undefined || descriptor === undefined || name?.type !== "StringLiteral") return undefined;
  if (node.callee.type !== "MemberExpression" || !isGlobalNamed(node.callee.object, "Object", scopes)) return undefined;
  if (node.callee.property.type !== "Identifier" || node.callee.property.name !== "defineProperty") return undefined;
  return isExportsObject(target, scopes) ? { pseudoName: exportsName(name.value), value: descriptor } : undefined;
}

export function exportsName(name: string): string {
  return `exports.${name}`;
}

/** The name in `exports.name` and `module.exports.name`. */
export function exportsMember(node: t.Node, scopes: ScopeTable): string | undefined {
  if (node.type !== "MemberExpression" || !isExportsObject(node.object, scopes)) return undefined;
  if (!node.computed && node.property.type === "Identifier") return node.property.name;
  return node.property.type === "StringLiteral" ? node.property.value : undefined;
}

export function isExportsObject(node: t.Node, scopes: ScopeTable): boolean {
  return isGlobalNamed(node, "exports", scopes) || isModuleExports(node, scopes);
}

function isModuleExports(node: t.Node, scopes: ScopeTable): boolean {
  return (
    node.type === "MemberExpression" &&
    !node.computed &&
    isGlobalNamed(node.object, "module", scopes) &&
    node.property.type === "Identifier" &&
    node.property.name === "exports"
  );
}

function isGlobalNamed(node: t.Node, name: string, scopes: ScopeTable): boolean {
  return node.type === "Identifier" && node.name === name && scopes.bindingOf(node) === undefined;
}
