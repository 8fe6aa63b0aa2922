import type * as t from "@babel/types";
import { patternNames } from "../syntax/pattern-names.ts";
import type { BindingDraft } from "./binding-draft.ts";

/** Where a class goes while its module loads, by which it may be changed under another name. */
export type HandedOut =
  /** Into a statement, as `mixin(Shape)` and `for (const K of [A, B]) …`: what that does to it is in its code. */
  | { readonly kind: "statement" }
  /** Into other names, as `const p = Shape.prototype`. */
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "nowhere" };

/** `ancestors` of an appearance at the top level that hands the value out. */
export function handedOut(ancestors: readonly t.Node[]): HandedOut {
  const declarator = ancestors.find((node) => node.type === "VariableDeclarator");
  if (declarator !== undefined && !STATEMENTS.has(ancestors[1]?.type ?? ""))
    return ancestors.some(isOpaqueCall)
      ? NOWHERE
      : { kind: "names", names: patternNames(declarator.id).map(({ name }) => name) };
  return STATEMENTS.has(ancestors[1]?.type ?? "") ? { kind: "statement" } : NOWHERE;
}

/** Places of the statements that may change a class under the names that it was given, and under names of these. */
export function changesByOtherNames(
  draft: BindingDraft,
  draftOf: (name: string) => BindingDraft | undefined,
): number[] {
  const places = [...draft.handedTo];
  const seen = new Set(draft.aliases);
  for (const name of seen) {
    const alias = draftOf(name);
    if (alias === undefined) continue;
    places.push(...alias.changedAt, ...alias.handedTo);
    for (const further of alias.aliases) seen.add(further);
  }
  return places;
}

const NOWHERE: HandedOut = { kind: "nowhere" };

const STATEMENTS = new Set<string>([
  "ExpressionStatement",
  "ForStatement",
  "ForInStatement",
  "ForOfStatement",
  "WhileStatement",
  "DoWhileStatement",
  "IfStatement",
  "SwitchStatement",
  "TryStatement",
  "BlockStatement",
  "LabeledStatement",
]);

/** What `create(Shape)` gives is seldom the class; what `Object.values({ Shape })` gives holds it. */
function isOpaqueCall(node: t.Node): boolean {
  if (node.type === "NewExpression") return node.callee.type !== "Identifier" || !CONTAINERS.has(node.callee.name);
  if (node.type !== "CallExpression") return false;
  const { callee } = node;
  const object = callee.type === "MemberExpression" ? callee.object : callee;
  return object.type !== "Identifier" || !HOLDERS.has(object.name);
}

const CONTAINERS = new Set(["Map", "Set", "WeakMap", "WeakSet", "Array", "Proxy"]);
const HOLDERS = new Set(["Object", "Reflect", "Array"]);
