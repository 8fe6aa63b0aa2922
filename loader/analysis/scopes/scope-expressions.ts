import type * as t from "@babel/types";
import { unwrap } from "../syntax/nodes.ts";
import { visitTarget } from "./scope-patterns.ts";
import { lookup, read, refer } from "./scope-records.ts";
import type { Pass, ScopeRecord } from "./scope-records.ts";

export function visitIdentifier(pass: Pass, node: t.Identifier, scope: ScopeRecord): void {
  read(pass, scope, node);
}

export function visitMember(
  pass: Pass,
  node: t.MemberExpression | t.OptionalMemberExpression,
  scope: ScopeRecord,
): void {
  pass.visit(node.object, scope);
  if (node.computed) pass.visit(node.property, scope);
}

export function visitProperty(pass: Pass, node: t.ObjectProperty, scope: ScopeRecord): void {
  if (node.computed) pass.visit(node.key, scope);
  pass.visit(node.value, scope);
}

export function visitAssignment(pass: Pass, node: t.AssignmentExpression, scope: ScopeRecord): void {
  visitTarget(pass, scope, node.left, node.operator !== "=");
  pass.visit(node.right, scope);
}

export function visitUpdate(pass: Pass, node: t.UpdateExpression, scope: ScopeRecord): void {
  visitTarget(pass, scope, node.argument, true);
}

export function visitCall(pass: Pass, node: t.CallExpression, scope: ScopeRecord): void {
  if (isEval(node.callee) && lookup(scope, "eval") === undefined) pass.dynamic.push(node);
  pass.visit(node.callee, scope);
  for (const argument of node.arguments) pass.visit(argument, scope);
}

/** `(eval as any)(x)` is direct, too, once its type is gone. */
function isEval(callee: t.Node): boolean {
  const name = unwrap(callee);
  return name.type === "Identifier" && name.name === "eval";
}

export function visitOpeningElement(pass: Pass, node: t.JSXOpeningElement, scope: ScopeRecord): void {
  const name = variableOf(node.name);
  if (name !== undefined) read(pass, scope, name);
  for (const attribute of node.attributes) pass.visit(attribute, scope);
}

/** It names the variable again but reads nothing. */
export function visitClosingElement(pass: Pass, node: t.JSXClosingElement, scope: ScopeRecord): void {
  const name = variableOf(node.name);
  if (name !== undefined) refer(pass, scope, name);
}

/** `<Foo.Bar>` and `<Foo>` read `Foo`; `<div>` and `<x-y>` name elements. */
function variableOf(name: t.JSXOpeningElement["name"]): t.JSXIdentifier | undefined {
  if (name.type === "JSXIdentifier") return /^[a-z]|-/.test(name.name) ? undefined : name;
  let object: t.JSXMemberExpression["object"] | t.JSXNamespacedName = name;
  while (object.type === "JSXMemberExpression") object = object.object;
  return object.type === "JSXIdentifier" && object.name !== "this" ? object : undefined;
}
