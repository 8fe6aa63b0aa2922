import type * as t from "@babel/types";
import { propertyName, unwrap } from "../syntax/nodes.ts";

/**
 * What one appearance of a module-level name may do to its value.
 * - `reads`: nothing.
 * - `assigns`: gives the variable another value.
 * - `changes`: changes the object that it holds.
 * - `hands-out`: lets others hold the object, who may change it.
 * - `hands-out-member`: the same for an object inside it.
 * - `calls-mutator`: calls a method that changes it if it is a builtin collection.
 * - `calls-member`: calls a method that may change it.
 */
export type Effect =
  | "reads"
  | "assigns"
  | "changes"
  | "hands-out"
  | "hands-out-member"
  | "calls-mutator"
  | "calls-member";

/** Judges an identifier by what stands around it. `ancestors` ends with its parent. */
export function effectOf(identifier: t.Node, ancestors: readonly t.Node[]): Effect {
  const { node, depth, place, method } = climb(identifier, ancestors);
  const parent = ancestors[place];
  if (parent === undefined) return "reads";
  if (isTarget(node, parent)) return depth === 0 ? "assigns" : "changes";
  switch (parent.type) {
    case "CallExpression":
    case "OptionalCallExpression":
    case "NewExpression":
      if (parent.callee === node) return depth === 0 ? "reads" : ofMethod(method);
      return ofArgument(parent, node, depth);
    case "MemberExpression":
    case "OptionalMemberExpression":
      return parent.property === node ? "reads" : handsOut(depth);
    case "VariableDeclarator":
      return parent.id === node ? "reads" : handsOut(depth);
    case "SpreadElement":
      return "hands-out-member";
    case "ForOfStatement":
      return "hands-out-member";
    case "ConditionalExpression":
      return parent.test === node ? "reads" : handsOut(depth);
    default:
      return HARMLESS_PARENTS.has(parent.type) ? "reads" : handsOut(depth);
  }
}

/** From `a` up `a.b.c`: the outermost member expression, its depth and place among the ancestors. */
function climb(
  identifier: t.Node,
  ancestors: readonly t.Node[],
): { node: t.Node; depth: number; place: number; method: string | undefined } {
  let node = identifier;
  let depth = 0;
  let place = ancestors.length - 1;
  let method: string | undefined;
  for (; place >= 0; place--) {
    const parent = ancestors[place];
    if (parent === undefined) break;
    if (unwrap(parent) === unwrap(node) && parent !== node) {
      node = parent;
      continue;
    }
    const isMember = parent.type === "MemberExpression" || parent.type === "OptionalMemberExpression";
    if (!isMember || parent.object !== node) break;
    depth++;
    method = propertyName(parent);
    node = parent;
  }
  return { node, depth, place, method };
}

function isTarget(node: t.Node, parent: t.Node): boolean {
  switch (parent.type) {
    case "AssignmentExpression":
    case "AssignmentPattern":
      return parent.left === node;
    case "UpdateExpression":
    case "RestElement":
    case "ArrayPattern":
      return true;
    case "UnaryExpression":
      return parent.operator === "delete";
    case "ForInStatement":
    case "ForOfStatement":
      return parent.left === node;
    default:
      return false;
  }
}

function ofArgument(
  call: t.CallExpression | t.OptionalCallExpression | t.NewExpression,
  node: t.Node,
  depth: number,
): Effect {
  const { callee } = call;
  if (callee.type === "Identifier" && HARMLESS_FUNCTIONS.has(callee.name)) return "reads";
  if (
    callee.type === "MemberExpression" &&
    callee.object.type === "Identifier" &&
    callee.property.type === "Identifier"
  ) {
    const name = `${callee.object.name}.${callee.property.name}`;
    if (CHANGING_FUNCTIONS.has(name) && call.arguments[0] === node) return "changes";
    if (callee.object.name === "Math" || callee.object.name === "console" || HARMLESS_FUNCTIONS.has(name))
      return "reads";
  }
  return handsOut(depth);
}

function ofMethod(method: string | undefined): Effect {
  if (method === undefined) return "calls-member";
  if (ELEMENT_METHODS.has(method)) return "hands-out-member";
  if (MUTATORS.has(method)) return "calls-mutator";
  return HARMLESS_METHODS.has(method) ? "reads" : "calls-member";
}

function handsOut(depth: number): Effect {
  return depth === 0 ? "hands-out" : "hands-out-member";
}

/** Parents that take a primitive from the value, or declare it. */
const HARMLESS_PARENTS = new Set<string>([
  "BinaryExpression",
  "UnaryExpression",
  "TemplateLiteral",
  "ExpressionStatement",
  "SwitchCase",
  "SwitchStatement",
  "IfStatement",
  "WhileStatement",
  "DoWhileStatement",
  "ForStatement",
  "ForInStatement",
  "ExportSpecifier",
  "ExportDefaultDeclaration",
  "FunctionDeclaration",
  "ClassDeclaration",
  "ClassExpression",
  "TSEnumDeclaration",
  "TSModuleDeclaration",
  "TaggedTemplateExpression",
  "Decorator",
  "JSXOpeningElement",
  "JSXClosingElement",
  "ImportSpecifier",
  "ImportDefaultSpecifier",
  "ImportNamespaceSpecifier",
]);

/** Methods of builtins that do not change their receiver and give primitives. */
const HARMLESS_METHODS = new Set([
  "endsWith",
  "exec",
  "has",
  "hasOwnProperty",
  "includes",
  "indexOf",
  "join",
  "lastIndexOf",
  "match",
  "padEnd",
  "padStart",
  "replace",
  "split",
  "startsWith",
  "test",
  "toFixed",
  "toLowerCase",
  "toString",
  "toUpperCase",
  "trim",
]);

/** Methods of builtins that do not change their receiver and give its elements. */
const ELEMENT_METHODS = new Set([
  "at",
  "concat",
  "entries",
  "every",
  "filter",
  "find",
  "findIndex",
  "findLast",
  "flat",
  "flatMap",
  "forEach",
  "get",
  "keys",
  "map",
  "reduce",
  "slice",
  "some",
  "values",
]);

/** Methods of builtin collections that change them. */
const MUTATORS = new Set([
  "add",
  "clear",
  "copyWithin",
  "delete",
  "fill",
  "pop",
  "push",
  "reverse",
  "set",
  "shift",
  "sort",
  "splice",
  "unshift",
]);

const HARMLESS_FUNCTIONS = new Set([
  "String",
  "Number",
  "Boolean",
  "BigInt",
  "Set",
  "Array.isArray",
  "Array.from",
  "JSON.stringify",
  "Object.entries",
  "Object.keys",
  "Object.values",
  "Object.freeze",
  "Object.hasOwn",
  "Number.isFinite",
  "Number.isInteger",
  "structuredClone",
]);

const CHANGING_FUNCTIONS = new Set([
  "Object.assign",
  "Object.defineProperty",
  "Object.defineProperties",
  "Object.setPrototypeOf",
  "Reflect.defineProperty",
  "Reflect.deleteProperty",
  "Reflect.set",
  "Reflect.setPrototypeOf",
]);
