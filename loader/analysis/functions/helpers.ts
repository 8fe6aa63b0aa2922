import type { Frames } from "./collect-frames.ts";
import type { Binding } from "../scopes/scopes.ts";

/** The index of the function that a name always stands for; undefined where it may stand for something else. */
export type HelperLookup = (binding: Binding) => number | undefined;

export function helperLookup({ functionOf }: Frames): HelperLookup {
  const known = new Map<Binding, number | undefined>();
  return (binding) => {
    if (known.has(binding)) return known.get(binding);
    const [declaration] = binding.declarations;
    const helper = declaration !== undefined && isFixed(binding) ? functionOf.get(declaration)?.head.index : undefined;
    known.set(binding, helper);
    return helper;
  };
}

/**
 * Not a `var`, which may be set in an inner scope; nor a `let` in the head of a `for`, which each round has a copy of,
 * while the function keeps to the first one.
 */
export function isFixed({ kind, scope, declarations, assignments }: Binding): boolean {
  if (declarations.length > 1 || assignments.length > 0) return false;
  if (kind === "let") return scope.node.type !== "ForStatement";
  return kind === "function" || kind === "const" || kind === "self";
}
