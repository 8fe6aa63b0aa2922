import type * as t from "@babel/types";
import { childKeys, childrenAt, isList } from "./child-keys.ts";
import { isErased } from "./erased.ts";

/** Calls `visit` for each child that can run, in source order (the parts of a template literal: texts, then values). */
export function forEachChild(node: t.Node, visit: (child: t.Node) => void): void {
  for (const key of childKeys(node.type)) {
    const child = childrenAt(node, key);
    if (child === null || child === undefined) continue;
    if (!isList(child)) visitOne(child, visit);
    else for (const element of child) if (element !== null) visitOne(element, visit);
  }
}

export interface Walker {
  /** Before the children. `false` leaves them out, and `leave` too. */
  readonly enter: (node: t.Node, parent: t.Node | undefined) => boolean | void;
  readonly leave?: (node: t.Node, parent: t.Node | undefined) => void;
}

/** Walks a tree once, in source order, without what is erased before the program runs: types, `declare`, overloads. */
export function walk(root: t.Node, walker: Walker): void {
  walkFrom(root, undefined, walker);
}

function walkFrom(node: t.Node, parent: t.Node | undefined, walker: Walker): void {
  if (isChain(node)) return walkChain(node, parent, walker);
  if (walker.enter(node, parent) === false) return;
  forEachChild(node, (child) => walkFrom(child, node, walker));
  walker.leave?.(node, parent);
}

export type Chain = t.BinaryExpression | t.LogicalExpression;

export function isChain(node: t.Node): node is Chain {
  return node.type === "BinaryExpression" || node.type === "LogicalExpression";
}

/**
 * `a + b + c …` nests to the left as deep as it is long. A frame or two for each term is all that the parser takes; a
 * recursive walk would take more and overflow on what was parsed.
 */
function walkChain(root: Chain, parent: t.Node | undefined, walker: Walker): void {
  const entered: Chain[] = [];
  let node: t.Node = root;
  let above = parent;
  while (isChain(node)) {
    if (walker.enter(node, above) === false) break;
    entered.push(node);
    above = node;
    node = node.left;
  }
  if (!isChain(node)) walkFrom(node, above, walker);
  for (let i = entered.length - 1; i >= 0; i--) {
    const chain = entered[i];
    if (chain === undefined) continue;
    walkFrom(chain.right, chain, walker);
    walker.leave?.(chain, i === 0 ? parent : entered[i - 1]);
  }
}

function visitOne(child: t.Node, visit: (child: t.Node) => void): void {
  if (!isErased(child)) visit(child);
}
