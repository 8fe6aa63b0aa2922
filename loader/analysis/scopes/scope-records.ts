import type * as t from "@babel/types";
import type { Binding, BindingKind, FunctionNode, Scope, ScopeKind } from "./scopes.ts";

/** The parts of `scopes.ts` while they are being made. */
export interface BindingRecord extends Binding {
  readonly scope: ScopeRecord;
  readonly declarations: t.Identifier[];
  readonly assignments: t.Node[];
  readonly reads: t.Node[];
  /** Of a namespace or enum: its members, shared by all declarations that merge. */
  namespaceMembers: Map<string, BindingRecord> | undefined;
  enumMembers: Map<string, BindingRecord> | undefined;
}

export interface ScopeRecord extends Scope {
  readonly parent: ScopeRecord | undefined;
  bindings: Map<string, BindingRecord>;
  readonly isStrict: boolean;
}

/** Where a statement list declares its names; what a namespace exports goes elsewhere. */
export interface Places {
  readonly local: ScopeRecord;
  readonly exported: ScopeRecord;
}

/** One run over a module. `visit` resolves a node that stands in a scope. */
export interface Pass {
  /** Every identifier that stands for a variable; null for globals. */
  readonly names: Map<t.Node, BindingRecord | null>;
  readonly scopes: Map<t.Node, ScopeRecord>;
  readonly dynamic: t.Node[];
  readonly ownArguments: Set<t.Node>;
  visit(node: t.Node, scope: ScopeRecord): void;
}

/** Most scopes declare nothing: they share this map, which `declare` replaces. */
const NO_BINDINGS: Map<string, BindingRecord> = new Map();

export function openScope(kind: ScopeKind, node: t.Node, parent: ScopeRecord): ScopeRecord {
  return { kind, node, parent, owner: parent.owner, isStrict: parent.isStrict, bindings: NO_BINDINGS };
}

/** A scope that variables end at. */
export function openFunctionScope(
  node: t.Node,
  parent: ScopeRecord,
  owner: FunctionNode | undefined,
  isStrict = parent.isStrict,
): ScopeRecord {
  return { kind: "function", node, parent, owner, isStrict, bindings: NO_BINDINGS };
}

export function openModule(node: t.Program, isStrict: boolean): ScopeRecord {
  return { kind: "module", node, parent: undefined, owner: undefined, isStrict, bindings: NO_BINDINGS };
}

export function openClass(node: t.Class, parent: ScopeRecord): ScopeRecord {
  return { kind: "class", node, parent, owner: parent.owner, isStrict: true, bindings: NO_BINDINGS };
}

export function declare(pass: Pass, scope: ScopeRecord, kind: BindingKind, id: t.Identifier): BindingRecord {
  const known = scope.bindings.get(id.name);
  const binding = known ?? add(scope, kind, id.name);
  binding.declarations.push(id);
  pass.names.set(id, binding);
  if (known !== undefined && kind === "function" && known.kind === "parameter") known.assignments.push(id);
  return binding;
}

export function add(scope: ScopeRecord, kind: BindingKind, name: string): BindingRecord {
  const binding: BindingRecord = {
    name,
    kind,
    scope,
    declarations: [],
    assignments: [],
    reads: [],
    namespaceMembers: undefined,
    enumMembers: undefined,
  };
  if (scope.bindings === NO_BINDINGS) scope.bindings = new Map();
  scope.bindings.set(name, binding);
  return binding;
}

export function lookup(scope: ScopeRecord, name: string): BindingRecord | undefined {
  let at: ScopeRecord | undefined = scope;
  while (at !== undefined) {
    const binding = at.bindings.get(name);
    if (binding !== undefined) return binding;
    at = at.parent;
  }
  return undefined;
}

/** Records an identifier as a reference and gives its binding. A function's own `arguments` is no variable of the table. */
export function refer(pass: Pass, scope: ScopeRecord, id: t.Identifier | t.JSXIdentifier): BindingRecord | undefined {
  const binding = lookup(scope, id.name);
  if (binding === undefined && id.name === "arguments" && hasArguments(scope)) pass.ownArguments.add(id);
  else pass.names.set(id, binding ?? null);
  return binding;
}

export function read(pass: Pass, scope: ScopeRecord, id: t.Identifier | t.JSXIdentifier): void {
  refer(pass, scope, id)?.reads.push(id);
}

function hasArguments(scope: ScopeRecord): boolean {
  let at: ScopeRecord | undefined = scope;
  while (at !== undefined) {
    if (at.owner !== undefined && at.owner === at.node && at.node.type !== "ArrowFunctionExpression") return true;
    at = at.parent;
  }
  return false;
}
