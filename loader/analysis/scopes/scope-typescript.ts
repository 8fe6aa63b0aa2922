import type * as t from "@babel/types";
import { add, declare, openFunctionScope, openScope, read } from "./scope-records.ts";
import type { Pass, Places, ScopeRecord } from "./scope-records.ts";

/** Declares an enum and its members, which all enums of that name in the scope see. */
export function declareEnum(pass: Pass, scope: ScopeRecord, local: ScopeRecord, node: t.TSEnumDeclaration): void {
  const binding = declare(pass, scope, "enum", node.id);
  const inside = openScope("enum", node, local);
  inside.bindings = binding.enumMembers ??= new Map();
  pass.scopes.set(node, inside);
  for (const { id } of node.members) {
    if (id.type === "Identifier") declare(pass, inside, "member", id);
    else if (!inside.bindings.has(id.value)) add(inside, "member", id.value);
  }
}

/** Two scopes: the exported members, shared by all blocks of the namespace, and below it what this block keeps. */
export function openNamespace(pass: Pass, scope: ScopeRecord, local: ScopeRecord, node: t.TSModuleDeclaration): Places {
  const exported = openScope("namespace", node, local);
  if (node.id.type === "Identifier")
    exported.bindings = declare(pass, scope, "namespace", node.id).namespaceMembers ??= new Map();
  const inside = openFunctionScope(node, exported, local.owner);
  pass.scopes.set(node, inside);
  return { local: inside, exported };
}

export function visitEnum(pass: Pass, node: t.TSEnumDeclaration, scope: ScopeRecord): void {
  const inside = pass.scopes.get(node) ?? scope;
  for (const { initializer } of node.members) if (initializer) pass.visit(initializer, inside);
}

export function visitNamespace(pass: Pass, node: t.TSModuleDeclaration, scope: ScopeRecord): void {
  const inside = pass.scopes.get(node) ?? scope;
  if (node.body.type === "TSModuleDeclaration") return pass.visit(node.body, inside);
  for (const statement of node.body.body) pass.visit(statement, inside);
}

/** `import a = b.c` reads `b`. */
export function visitImportEquals(pass: Pass, node: t.TSImportEqualsDeclaration, scope: ScopeRecord): void {
  let name: t.Node = node.moduleReference;
  while (name.type === "TSQualifiedName") name = name.left;
  if (name.type === "Identifier") read(pass, scope, name);
}
