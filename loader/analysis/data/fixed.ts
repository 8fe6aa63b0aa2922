import type * as t from "@babel/types";
import { isFunction, propertyName, unwrap } from "../syntax/nodes.ts";
import type { Binding, ScopeTable } from "../scopes/scopes.ts";

/**
 * What the text of an expression says about its value.
 * - `primitive`: a primitive that the text gives.
 * - `flat`: an object of primitives that the text gives.
 * - `fixed`: an object that the text gives, functions and nested objects included.
 * - `computed`: only running the program tells.
 */
export type Fixedness = "primitive" | "flat" | "fixed" | "computed";

export interface FixedContext {
  readonly scopes: ScopeTable;
  /** For module-level names that are never changed. */
  ofBinding(binding: Binding): Fixedness;
}

export function fixedness(expression: t.Node, context: FixedContext): Fixedness {
  const node = unwrap(expression);
  if (isFunction(node)) return "fixed";
  switch (node.type) {
    case "StringLiteral":
    case "NumericLiteral":
    case "BigIntLiteral":
    case "BooleanLiteral":
    case "NullLiteral":
      return "primitive";
    case "RegExpLiteral":
      // With g or y a regular expression keeps its place between uses.
      return /[gy]/.test(node.flags) ? "fixed" : "flat";
    case "TemplateLiteral":
      return primitiveOf(node.expressions, context);
    case "UnaryExpression":
      return node.operator === "delete" ? "computed" : primitiveOf([node.argument], context);
    case "BinaryExpression":
      return primitiveOf([node.left, node.right], context);
    case "LogicalExpression":
      return worst([node.left, node.right], context);
    case "ConditionalExpression":
      return worst([node.test, node.consequent, node.alternate], context);
    case "Identifier":
      return ofIdentifier(node, context);
    case "MemberExpression":
      return ofMember(node, context);
    case "ArrayExpression":
      return ofElements(node.elements, context);
    case "ObjectExpression":
      return ofElements(node.properties, context);
    case "NewExpression":
      return ofConstruction(node, context);
    case "CallExpression":
      return ofCall(node, context);
    case "ClassExpression":
    case "ClassDeclaration":
      return ofClass(node, context);
    default:
      return "computed";
  }
}

function ofElements(elements: readonly (t.Node | null)[], context: FixedContext): Fixedness {
  let result: Fixedness = "flat";
  for (const element of elements) {
    const kind = element === null ? "primitive" : ofElement(element, context);
    if (kind === "computed") return "computed";
    if (kind !== "primitive") result = "fixed";
  }
  return result;
}

function ofElement(element: t.Node, context: FixedContext): Fixedness {
  if (element.type === "ObjectMethod") return "fixed";
  if (element.type === "SpreadElement") {
    const spread = fixedness(element.argument, context);
    return spread === "flat" ? "primitive" : spread;
  }
  if (element.type !== "ObjectProperty") return fixedness(element, context);
  if (element.computed && fixedness(element.key, context) !== "primitive") return "computed";
  return fixedness(element.value, context);
}

function ofConstruction(node: t.NewExpression, context: FixedContext): Fixedness {
  const callee = globalName(node.callee, context);
  if (callee === undefined || !VALUE_CONSTRUCTORS.has(callee)) return "computed";
  // `new Date()` reads the clock.
  if (callee === "Date" && node.arguments.length === 0) return "computed";
  const kinds = node.arguments.map((argument) => fixedness(argument, context));
  return kinds.includes("computed") ? "computed" : "fixed";
}

function ofCall(node: t.CallExpression, context: FixedContext): Fixedness {
  const { callee } = node;
  if (callee.type !== "MemberExpression") return "computed";
  const object = globalName(callee.object, context);
  if (object === undefined) return "computed";
  const name = `${object}.${propertyName(callee) ?? ""}`;
  if (name === "Symbol.for" || name.startsWith("Math."))
    return name === "Math.random" ? "computed" : primitiveOf(node.arguments, context);
  if (!VALUE_FUNCTIONS.has(name)) return "computed";
  return worst(node.arguments, context);
}

function ofClass(node: t.Class, context: FixedContext): Fixedness {
  if (node.decorators?.length) return "computed";
  for (const member of node.body.body) {
    if (member.type === "StaticBlock") return "computed";
    if (!("static" in member) || member.static !== true || !("value" in member) || !member.value) continue;
    if (fixedness(member.value, context) === "computed") return "computed";
  }
  return "fixed";
}

function ofIdentifier(node: t.Identifier, context: FixedContext): Fixedness {
  const binding = context.scopes.bindingOf(node);
  if (binding === undefined) return GLOBAL_PRIMITIVES.has(node.name) ? "primitive" : "computed";
  return context.ofBinding(binding);
}

/** A member of an enum or of a flat table. */
function ofMember(node: t.MemberExpression, context: FixedContext): Fixedness {
  const object = globalName(node.object, context);
  if (object !== undefined) return object === "Math" || object === "Number" ? "primitive" : "computed";
  if (node.object.type !== "Identifier" || node.computed) return "computed";
  return fixedness(node.object, context) === "flat" ? "primitive" : "computed";
}

function primitiveOf(nodes: readonly t.Node[], context: FixedContext): Fixedness {
  return nodes.every((node) => fixedness(node, context) === "primitive") ? "primitive" : "computed";
}

const RANK: readonly Fixedness[] = ["primitive", "flat", "fixed", "computed"];

function worst(nodes: readonly t.Node[], context: FixedContext): Fixedness {
  const ranks = nodes.map((node) => RANK.indexOf(fixedness(node, context)));
  return RANK[Math.max(0, ...ranks)] ?? "computed";
}

function globalName(node: t.Node, context: FixedContext): string | undefined {
  return node.type === "Identifier" && context.scopes.bindingOf(node) === undefined ? node.name : undefined;
}

const GLOBAL_PRIMITIVES = new Set(["undefined", "NaN", "Infinity"]);
const VALUE_CONSTRUCTORS = new Set([
  "Set",
  "Map",
  "WeakMap",
  "WeakSet",
  "RegExp",
  "URL",
  "Date",
  "Array",
  "Uint8Array",
  "Float64Array",
]);
const VALUE_FUNCTIONS = new Set([
  "Object.freeze",
  "Object.fromEntries",
  "Object.entries",
  "Object.keys",
  "Object.values",
  "Array.from",
  "Array.of",
]);
