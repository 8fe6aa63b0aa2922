import type * as t from "@babel/types";
import type { FunctionNode, ScopeTable } from "../scopes/scopes.ts";
import type { BindingDraft } from "./binding-draft.ts";

interface EvalContext {
  readonly scopes: ScopeTable;
  vertexOf(node: FunctionNode): number;
}

export function isDirectEval(node: t.Node, { dynamic }: ScopeTable): boolean {
  return node.type === "CallExpression" && dynamic.includes(node);
}

/** A direct eval may assign each variable around it, and change what constants hold. `owner`: the function that it stands in. */
export function changeByEval(
  drafts: ReadonlyMap<string, BindingDraft>,
  owner: FunctionNode | undefined,
  { scopes, vertexOf }: EvalContext,
): void {
  for (const [name, draft] of drafts) {
    const isConstant = scopes.module.bindings.get(name)?.kind === "const";
    draft.effects.add(isConstant ? "changes" : "assigns");
    draft.isChangedInFunction = true;
    draft.isAssignedLater ||= !isConstant;
    if (owner !== undefined) draft.mutators.add(vertexOf(owner));
  }
}
