import type * as t from "@babel/types";
import { walk } from "./walk.ts";

/**
 * Visits every node that takes part at run time, parents first. `ancestors` ends with the node's parent; it is one array
 * that changes as the walk goes on.
 */
export function eachNode(root: t.Node, visit: (node: t.Node, ancestors: readonly t.Node[]) => void): void {
  const ancestors: t.Node[] = [];
  walk(root, {
    enter(node) {
      visit(node, ancestors);
      ancestors.push(node);
    },
    leave() {
      ancestors.pop();
    },
  });
}
