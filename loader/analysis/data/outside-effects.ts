import type * as t from "@babel/types";
import type { ImportedName, Imports } from "../linkage/imports.ts";
import type { ScopeTable } from "../scopes/scopes.ts";
import { unwrap } from "../syntax/nodes.ts";

/**
 * What a module does to things that it imports and whose code is not the program's: `moment.locale("de")`,
 * `axios.defaults.timeout = 1000`. What these hold cannot be read, so the statement has to stand for it.
 */
export interface OutsideEffect {
  readonly import: number;
  /** The imported name, `*` for the whole. */
  readonly name: string;
  /** The statement that does it when the module loads; undefined: functions do it when they are called. */
  readonly vertex: number | undefined;
  /** Other statements of the module call something before it, which may be a target. */
  readonly isLate: boolean;
}

/** Gathers them while the nodes of a module are visited. */
export class OutsideEffects {
  readonly #found: { readonly imported: ImportedName; readonly place: number | undefined }[] = [];
  /** Places of statements that call something when the module loads. */
  readonly #calling = new Set<number>();
  readonly #context: OutsideContext;

  constructor(context: OutsideContext) {
    this.#context = context;
  }

  /** `place`: that of the statement; undefined where functions do it. */
  add(imported: ImportedName, place: number | undefined): void {
    this.#found.push({ imported, place });
  }

  /** A node for which `mayCall` holds, and which runs when the module loads, in the statement of that place. */
  visit(node: t.Node, place: number): void {
    const { imports, scopes } = this.#context;
    const called = node.type === "ExpressionStatement" ? calledForEffect(node, imports, scopes) : undefined;
    if (called !== undefined) this.add(called, place);
    if (CALLS.has(node.type) && !imports.calls.has(node)) this.#calling.add(place);
  }

  facts(): OutsideEffect[] {
    const places = new Set(this.#found.map(({ place }) => place));
    const firstCall = Math.min(...[...this.#calling].filter((place) => !places.has(place)));
    return this.#found.map(({ imported, place }) => ({
      import: imported.import,
      name: imported.name,
      vertex: place === undefined ? undefined : this.#context.shells[place],
      isLate: place !== undefined && place > firstCall,
    }));
  }
}

export function mayCall({ type }: t.Node): boolean {
  return type === "ExpressionStatement" || CALLS.has(type);
}

interface OutsideContext {
  readonly imports: Imports;
  readonly scopes: ScopeTable;
  readonly shells: readonly number[];
}

const CALLS = new Set(["CallExpression", "OptionalCallExpression", "NewExpression", "TaggedTemplateExpression"]);

/** The imported thing that a statement calls for nothing but what that does: the root of `a.b(…).c(…)`. */
function calledForEffect(node: t.ExpressionStatement, imports: Imports, scopes: ScopeTable): ImportedName | undefined {
  let root: t.Node = unwrap(node.expression);
  let isCall = false;
  for (;;) {
    const place = imports.calls.get(root);
    if (place !== undefined) return isCall ? { import: place, name: "*" } : undefined;
    const next = beneath(root);
    if (next === undefined) break;
    isCall ||= root.type === "CallExpression" || root.type === "OptionalCallExpression";
    root = unwrap(next);
  }
  const binding = root.type === "Identifier" ? scopes.bindingOf(root) : undefined;
  return isCall && binding !== undefined ? imports.names.get(binding) : undefined;
}

function beneath(node: t.Node): t.Node | undefined {
  switch (node.type) {
    case "AwaitExpression":
    case "UnaryExpression":
      return node.argument;
    case "CallExpression":
    case "OptionalCallExpression":
      return node.callee;
    case "MemberExpression":
    case "OptionalMemberExpression":
      return node.object;
    default:
      return undefined;
  }
}
