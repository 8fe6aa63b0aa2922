import type * as t from "@babel/types";
import { declareBody } from "./scope-hoist.ts";
import { declarePattern, hasExpressions, visitPattern } from "./scope-patterns.ts";
import { declare, openClass, openFunctionScope, openScope } from "./scope-records.ts";
import type { Pass, ScopeRecord } from "./scope-records.ts";
import type { FunctionNode } from "./scopes.ts";

type Method = t.ObjectMethod | t.ClassMethod | t.ClassPrivateMethod;
type Field = t.ClassProperty | t.ClassPrivateProperty | t.ClassAccessorProperty;

export function visitFunction(pass: Pass, node: FunctionNode, scope: ScopeRecord): void {
  const around = node.type === "FunctionExpression" && node.id ? selfScope(pass, node.id, scope) : scope;
  const inside = openFunctionScope(node, around, node, around.isStrict || isMarkedStrict(node.body));
  pass.scopes.set(node, inside);
  for (const parameter of node.params) declarePattern(pass, inside, "parameter", parameter);
  const body = openBody(pass, node, inside);
  for (const parameter of node.params) {
    visitDecorators(pass, parameter, scope);
    if (parameter.type !== "Identifier") visitPattern(pass, inside, parameter);
  }
  if (node.body.type !== "BlockStatement") return pass.visit(node.body, inside);
  for (const statement of node.body.body) pass.visit(statement, body);
}

/** The name of a function or class expression, which only its own code sees. */
function selfScope(pass: Pass, id: t.Identifier, parent: ScopeRecord): ScopeRecord {
  const scope = openScope("block", id, parent);
  declare(pass, scope, "self", id);
  return scope;
}

function openBody(pass: Pass, node: FunctionNode, parameters: ScopeRecord): ScopeRecord {
  if (node.body.type !== "BlockStatement") return parameters;
  const isApart = node.params.some((parameter) => hasExpressions(parameter));
  const scope = isApart ? openFunctionScope(node.body, parameters, node) : parameters;
  if (isApart) pass.scopes.set(node.body, scope);
  declareBody(pass, { local: scope, exported: scope }, node.body.body);
  return scope;
}

function isMarkedStrict(body: t.Node): boolean {
  return body.type === "BlockStatement" && body.directives.some((directive) => directive.value.value === "use strict");
}

export function visitMethod(pass: Pass, node: Method, scope: ScopeRecord): void {
  visitMemberHead(pass, node, scope);
  visitFunction(pass, node, scope);
}

/** The decorators of a member and its computed key. */
export function visitMemberHead(pass: Pass, node: Method | Field | t.TSDeclareMethod, scope: ScopeRecord): void {
  visitDecorators(pass, node, scope);
  if ("computed" in node && node.computed) pass.visit(node.key, scope);
}

export function visitDecorators(pass: Pass, node: t.Node, scope: ScopeRecord): void {
  if (!("decorators" in node) || !node.decorators) return;
  for (const decorator of node.decorators) pass.visit(decorator.expression, scope);
}

/** A field's value is code of a method of its own, run for each object. */
export function visitField(pass: Pass, node: Field, scope: ScopeRecord): void {
  visitMemberHead(pass, node, scope);
  if (!node.value) return;
  const inside = openFunctionScope(node, scope, undefined);
  pass.scopes.set(node, inside);
  pass.visit(node.value, inside);
}

export function visitStaticBlock(pass: Pass, node: t.StaticBlock, scope: ScopeRecord): void {
  const inside = openFunctionScope(node, scope, undefined);
  pass.scopes.set(node, inside);
  declareBody(pass, { local: inside, exported: inside }, node.body);
  for (const statement of node.body) pass.visit(statement, inside);
}

export function visitClass(pass: Pass, node: t.Class, scope: ScopeRecord): void {
  visitDecorators(pass, node, scope);
  const inside = openClass(node, scope);
  pass.scopes.set(node, inside);
  if (node.type === "ClassExpression" && node.id) declare(pass, inside, "self", node.id);
  if (node.superClass) pass.visit(node.superClass, inside);
  for (const member of node.body.body) pass.visit(member, inside);
}
