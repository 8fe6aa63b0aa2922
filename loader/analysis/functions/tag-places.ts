import type * as t from "@babel/types";
import { keyName } from "./function-names.ts";
import { isFunction, unwrap } from "../syntax/nodes.ts";
import type { FunctionNode } from "../scopes/scopes.ts";
import { walk } from "../syntax/walk.ts";

/** For each place in the text that a tag may stand before, the function that it then belongs to. */
export type TagPlaces = ReadonlyMap<number, FunctionNode>;

/** @param next The place of the first token at or behind another place. */
export function tagPlaces(ast: t.File, next: (offset: number) => number): TagPlaces {
  const places = new Map<number, FunctionNode>();
  const add = (offset: number | null | undefined, fn: FunctionNode | undefined): void => {
    if (fn !== undefined && typeof offset === "number" && !places.has(offset)) places.set(offset, fn);
  };
  const addStatements = (statements: readonly t.Node[]): void => {
    for (const [start, fn] of overloadsIn(statements)) add(start, fn);
  };
  const enter = (node: t.Node): void => {
    const fn = functionBegunBy(node);
    if (fn === undefined) return;
    add(node.start, fn);
    add(parenthesisOf(node), fn);
    for (const decorator of decoratorsOf(node)) add(next(decorator.end ?? 0), fn);
    if ("key" in node) add(node.key.start, fn);
  };
  walk(ast.program, {
    enter: (node) => {
      if ("body" in node && Array.isArray(node.body)) addStatements(node.body);
      enter(node);
    },
  });
  return places;
}

/** The function that a statement, a member or an expression consists of. */
function functionBegunBy(node: t.Node): FunctionNode | undefined {
  if (isFunction(node)) return node;
  switch (node.type) {
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
      return node.declaration ? functionBegunBy(node.declaration) : undefined;
    case "VariableDeclaration":
      return node.declarations.length === 1 && node.declarations[0] ? functionBegunBy(node.declarations[0]) : undefined;
    case "VariableDeclarator":
      return functionIn(node.init);
    case "ExpressionStatement":
      return node.expression.type === "AssignmentExpression" ? functionIn(node.expression) : undefined;
    case "ReturnStatement":
      return functionIn(node.argument);
    case "TSExportAssignment":
      return functionIn(node.expression);
    case "ObjectProperty":
    case "ClassProperty":
    case "ClassPrivateProperty":
    case "ClassAccessorProperty":
      return functionIn(node.value);
    default:
      return undefined;
  }
}

/** Also behind `=`: `exports.a = exports.b = () => …`. */
function functionIn(node: t.Node | null | undefined): FunctionNode | undefined {
  const value = node ? unwrap(node) : undefined;
  if (value?.type === "AssignmentExpression") return functionIn(value.right);
  return value !== undefined && isFunction(value) ? value : undefined;
}

function decoratorsOf(node: t.Node): readonly t.Decorator[] {
  return ("decorators" in node && node.decorators) || [];
}

function parenthesisOf(node: t.Node): number | undefined {
  const place = node.extra?.["parenStart"];
  return typeof place === "number" ? place : undefined;
}

/** A tag before the first of several signatures is one before the function that implements them. */
function* overloadsIn(statements: readonly t.Node[]): Generator<readonly [number, FunctionNode]> {
  const waiting: { readonly start: number; readonly name: string }[] = [];
  for (const statement of statements) {
    const signature = signatureOf(statement);
    const fn = functionBegunBy(statement);
    const name = signature ?? (fn === undefined ? undefined : nameOf(fn));
    if (name === undefined || waiting.some((earlier) => earlier.name !== name)) waiting.length = 0;
    if (signature !== undefined) waiting.push({ start: statement.start ?? 0, name: signature });
    else if (fn !== undefined) for (const { start } of waiting.splice(0)) yield [start, fn];
  }
}

function signatureOf(node: t.Node): string | undefined {
  switch (node.type) {
    case "ExportNamedDeclaration":
    case "ExportDefaultDeclaration":
      return node.declaration ? signatureOf(node.declaration) : undefined;
    case "TSDeclareFunction":
      return node.declare ? undefined : (node.id?.name ?? "");
    case "TSDeclareMethod":
      return node.abstract ? undefined : memberName(node);
    default:
      return undefined;
  }
}

function nameOf(node: FunctionNode): string | undefined {
  if (node.type === "FunctionDeclaration") return node.id?.name ?? "";
  return "key" in node ? memberName(node) : undefined;
}

function memberName(node: t.TSDeclareMethod | t.ClassMethod | t.ClassPrivateMethod | t.ObjectMethod): string {
  const isStatic = "static" in node && node.static;
  return `${isStatic ? "static " : ""}${keyName(node) ?? ""}`;
}
