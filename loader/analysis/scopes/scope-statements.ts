import type * as t from "@babel/types";
import { declareLexical, declareVariables } from "./scope-hoist.ts";
import { declarePattern, initializeVar, visitPattern, visitTarget } from "./scope-patterns.ts";
import { openScope, read, refer } from "./scope-records.ts";
import type { Pass, ScopeRecord } from "./scope-records.ts";

export function visitVariables(pass: Pass, node: t.VariableDeclaration, scope: ScopeRecord): void {
  for (const { id, init } of node.declarations) {
    const isSet = node.kind === "var" && init;
    visitPattern(pass, scope, id, isSet ? (name) => initializeVar(pass, scope, name, false) : undefined);
    if (init) pass.visit(init, scope);
  }
}

export function visitBlock(pass: Pass, node: t.BlockStatement, scope: ScopeRecord): void {
  const inside = openList(pass, node, node.body, scope);
  for (const statement of node.body) pass.visit(statement, inside);
}

/** The scope of a statement list, or the one around where the list declares nothing. */
function openList(pass: Pass, node: t.Node, statements: readonly t.Statement[], scope: ScopeRecord): ScopeRecord {
  const inside = openScope("block", node, scope);
  declareLexical(pass, { local: inside, exported: inside }, statements);
  if (inside.bindings.size === 0) return scope;
  pass.scopes.set(node, inside);
  return inside;
}

export function visitIf(pass: Pass, node: t.IfStatement, scope: ScopeRecord): void {
  pass.visit(node.test, scope);
  visitBranch(pass, node.consequent, scope);
  if (node.alternate) visitBranch(pass, node.alternate, scope);
}

/** `if (x) function f() {}` reads as if the function stood in a block (ECMA-262 B.3.3). */
function visitBranch(pass: Pass, node: t.Statement, scope: ScopeRecord): void {
  if (node.type !== "FunctionDeclaration") return pass.visit(node, scope);
  const inside = openScope("block", node, scope);
  declareLexical(pass, { local: inside, exported: inside }, [node]);
  pass.visit(node, inside);
}

export function visitFor(pass: Pass, node: t.ForStatement, scope: ScopeRecord): void {
  const inside = openHead(pass, node, node.init, scope);
  if (node.init) pass.visit(node.init, inside);
  if (node.test) pass.visit(node.test, inside);
  if (node.update) pass.visit(node.update, inside);
  pass.visit(node.body, inside);
}

export function visitForEach(pass: Pass, node: t.ForInStatement | t.ForOfStatement, scope: ScopeRecord): void {
  const inside = openHead(pass, node, node.left, scope);
  if (node.left.type === "VariableDeclaration") visitHead(pass, node.left, inside);
  else visitTarget(pass, inside, node.left);
  pass.visit(node.right, inside);
  pass.visit(node.body, inside);
}

function visitHead(pass: Pass, node: t.VariableDeclaration, scope: ScopeRecord): void {
  const setVar = node.kind === "var" ? (id: t.Identifier) => initializeVar(pass, scope, id, true) : undefined;
  for (const { id, init } of node.declarations) {
    visitPattern(pass, scope, id, setVar);
    if (init) pass.visit(init, scope);
  }
}

function openHead(pass: Pass, node: t.Node, head: t.Node | null | undefined, scope: ScopeRecord): ScopeRecord {
  if (head?.type !== "VariableDeclaration" || head.kind === "var") return scope;
  const inside = openScope("block", node, scope);
  declareVariables(pass, inside, head);
  pass.scopes.set(node, inside);
  return inside;
}

export function visitSwitch(pass: Pass, node: t.SwitchStatement, scope: ScopeRecord): void {
  pass.visit(node.discriminant, scope);
  const inside = openList(
    pass,
    node,
    node.cases.flatMap((branch) => branch.consequent),
    scope,
  );
  for (const branch of node.cases) pass.visit(branch, inside);
}

export function visitCatch(pass: Pass, node: t.CatchClause, scope: ScopeRecord): void {
  if (!node.param) return pass.visit(node.body, scope);
  const inside = openScope("block", node, scope);
  pass.scopes.set(node, inside);
  declarePattern(pass, inside, "catch", node.param);
  visitPattern(pass, inside, node.param);
  pass.visit(node.body, inside);
}

export function visitWith(pass: Pass, node: t.WithStatement, scope: ScopeRecord): void {
  pass.dynamic.push(node);
  pass.visit(node.object, scope);
  const inside = openScope("with", node, scope);
  pass.scopes.set(node, inside);
  pass.visit(node.body, inside);
}

export function visitExport(pass: Pass, node: t.ExportNamedDeclaration, scope: ScopeRecord): void {
  if (node.declaration) pass.visit(node.declaration, scope);
  if (node.source) return;
  for (const specifier of node.specifiers) {
    if (specifier.type === "ExportSpecifier" && specifier.exportKind !== "type")
      visitExported(pass, specifier.local, scope);
  }
}

/** Every exported name is declared in its module: one that is not is a type. */
function visitExported(pass: Pass, local: t.Node, scope: ScopeRecord): void {
  if (local.type !== "Identifier") return;
  if (refer(pass, scope, local) === undefined) pass.names.delete(local);
  else read(pass, scope, local);
}
