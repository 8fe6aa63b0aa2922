import type * as t from "@babel/types";
import { childKeys, childrenAt, isList } from "../syntax/child-keys.ts";
import { isErased } from "../syntax/erased.ts";
import { isChain } from "../syntax/walk.ts";
import type { Chain } from "../syntax/walk.ts";
import * as expressions from "./scope-expressions.ts";
import * as functions from "./scope-functions.ts";
import { declareBody } from "./scope-hoist.ts";
import { openModule } from "./scope-records.ts";
import type { Pass, ScopeRecord } from "./scope-records.ts";
import * as statements from "./scope-statements.ts";
import * as typescript from "./scope-typescript.ts";
import type { ScopeTable } from "./scopes.ts";

/**
 * Says what each name of a module means, in one pass: the names of a scope are declared when it is entered, so that each
 * reference is resolved where it is met. Pure; linear in the size of the tree.
 */
export function resolveScopes(ast: t.File): ScopeTable {
  const { program } = ast;
  const module = openModule(program, program.sourceType === "module" || isMarkedStrict(program));
  const pass: Pass = {
    names: new Map(),
    scopes: new Map([[program, module]]),
    dynamic: [],
    ownArguments: new Set(),
    visit,
  };
  declareBody(pass, { local: module, exported: module }, program.body);
  for (const statement of program.body) pass.visit(statement, module);
  return {
    module,
    dynamic: pass.dynamic,
    bindingOf: (node) => pass.names.get(node) ?? undefined,
    isReference: (node) => pass.names.has(node),
    isArguments: (node) => pass.ownArguments.has(node),
    scopeOf: (node) => pass.scopes.get(node),
  };
}

function isMarkedStrict(program: t.Program): boolean {
  return program.directives.some((directive) => directive.value.value === "use strict");
}

type Visit<N extends t.Node> = (pass: Pass, node: N, scope: ScopeRecord) => void;

const nothing = (): void => undefined;

const visits: { readonly [K in t.Node["type"]]?: Visit<Extract<t.Node, { type: K }>> } = {
  Identifier: expressions.visitIdentifier,
  MemberExpression: expressions.visitMember,
  OptionalMemberExpression: expressions.visitMember,
  ObjectProperty: expressions.visitProperty,
  AssignmentExpression: expressions.visitAssignment,
  UpdateExpression: expressions.visitUpdate,
  CallExpression: expressions.visitCall,
  BinaryExpression: visitChain,
  LogicalExpression: visitChain,
  PrivateName: nothing,
  MetaProperty: nothing,

  FunctionDeclaration: functions.visitFunction,
  FunctionExpression: functions.visitFunction,
  ArrowFunctionExpression: functions.visitFunction,
  ObjectMethod: functions.visitMethod,
  ClassMethod: functions.visitMethod,
  ClassPrivateMethod: functions.visitMethod,
  TSDeclareMethod: functions.visitMemberHead,
  ClassDeclaration: functions.visitClass,
  ClassExpression: functions.visitClass,
  ClassProperty: functions.visitField,
  ClassPrivateProperty: functions.visitField,
  ClassAccessorProperty: functions.visitField,
  StaticBlock: functions.visitStaticBlock,

  VariableDeclaration: statements.visitVariables,
  BlockStatement: statements.visitBlock,
  IfStatement: statements.visitIf,
  ForStatement: statements.visitFor,
  ForInStatement: statements.visitForEach,
  ForOfStatement: statements.visitForEach,
  SwitchStatement: statements.visitSwitch,
  CatchClause: statements.visitCatch,
  WithStatement: statements.visitWith,
  LabeledStatement: (pass, node, scope) => pass.visit(node.body, scope),
  BreakStatement: nothing,
  ContinueStatement: nothing,
  ExportNamedDeclaration: statements.visitExport,
  ImportDeclaration: nothing,
  ExportAllDeclaration: nothing,

  TSEnumDeclaration: typescript.visitEnum,
  TSModuleDeclaration: typescript.visitNamespace,
  TSImportEqualsDeclaration: typescript.visitImportEquals,

  JSXOpeningElement: expressions.visitOpeningElement,
  JSXClosingElement: expressions.visitClosingElement,
  JSXAttribute: (pass, node, scope) => node.value && pass.visit(node.value, scope),
};

const byType = new Map<string, Visit<t.Node>>(Object.entries(visits) as [string, Visit<t.Node>][]);

function visit(this: Pass, node: t.Node, scope: ScopeRecord): void {
  if (isErased(node)) return;
  const special = byType.get(node.type);
  if (special !== undefined) return special(this, node, scope);
  for (const key of childKeys(node.type)) {
    const children = childrenAt(node, key);
    if (!children) continue;
    if (!isList(children)) this.visit(children, scope);
    else for (const child of children) if (child !== null) this.visit(child, scope);
  }
}

/** `a + b + c …` nests to the left as deep as it is long: see `walk`. */
function visitChain(pass: Pass, root: Chain, scope: ScopeRecord): void {
  const rights: t.Node[] = [];
  let node: t.Node = root;
  while (isChain(node)) {
    rights.push(node.right);
    node = node.left;
  }
  pass.visit(node, scope);
  for (let right = rights.pop(); right !== undefined; right = rights.pop()) pass.visit(right, scope);
}
