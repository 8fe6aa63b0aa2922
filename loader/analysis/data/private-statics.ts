import type * as t from "@babel/types";
import { effectOf } from "./changes.ts";
import { eachNode } from "../syntax/each-node.ts";

/**
 * Whether a class has private static fields and code that may change what they hold. Nobody outside the class can read
 * them, so that a key could not hold them; those that are only read are fixed by their text. What `static accessor x` stores
 * is as private, and anyone may set it.
 */
export function changesPrivateStatics(node: t.Class): boolean {
  const names = new Set<string>();
  for (const member of node.body.body) {
    const isAccessor = member.type === "ClassAccessorProperty";
    if ((!isAccessor && member.type !== "ClassPrivateProperty") || !member.static) continue;
    if (member.key.type !== "PrivateName") return true;
    names.add(member.key.id.name);
  }
  if (names.size === 0) return false;
  let found = false;
  eachNode(node, (inner, ancestors) => {
    if (inner.type !== "MemberExpression" || inner.property.type !== "PrivateName") return;
    found ||= names.has(inner.property.id.name) && effectOf(inner, ancestors) !== "reads";
  });
  return found;
}
