import type * as t from "@babel/types";
import { propertyName } from "../syntax/nodes.ts";

/** Members of a class or function, or of its prototype, that a statement sets. */
export interface ChangedMembers {
  readonly holder: "self" | "prototype";
  /** `__proto__` for what the holder inherits from. */
  readonly keys: readonly string[];
}

/**
 * What a statement of its own sets of the name that the ancestors belong to: `F.a = …`, `F.prototype.a = …`,
 * `Object.assign(F.prototype, { a, b })`, `Object.defineProperty(F, "a", …)`. Undefined where its text does not name them.
 */
export function changedMembers(ancestors: readonly t.Node[]): ChangedMembers | undefined {
  const member = ancestors.at(-1);
  const isOfPrototype = member?.type === "MemberExpression" && propertyName(member) === "prototype";
  if (isOfPrototype && ancestors.at(-2)?.type === "AssignmentExpression")
    return { holder: "self", keys: ["prototype"] };
  const [above, top] = isOfPrototype ? [ancestors.at(-2), ancestors.at(-3)] : [member, ancestors.at(-2)];
  const keys = above?.type === "CallExpression" ? keysOfCall(above) : keyOfAssigned(above, top);
  return keys === undefined ? undefined : { holder: isOfPrototype ? "prototype" : "self", keys };
}

function keyOfAssigned(member: t.Node | undefined, assignment: t.Node | undefined): string[] | undefined {
  if (member?.type !== "MemberExpression" || assignment?.type !== "AssignmentExpression") return undefined;
  const key = propertyName(member);
  return key === undefined ? undefined : [key];
}

/** Of a call of `Object` or `Reflect`, whose first argument is the holder. */
function keysOfCall({ callee, arguments: given }: t.CallExpression): string[] | undefined {
  const [, second] = given;
  switch (callee.type === "MemberExpression" ? propertyName(callee) : undefined) {
    case "assign":
      return keysOfAll(given.slice(1));
    case "defineProperties":
      return keysOfAll(given.slice(1, 2));
    case "defineProperty":
    case "set":
      return second?.type === "StringLiteral" ? [second.value] : undefined;
    case "setPrototypeOf":
      return ["__proto__"];
    default:
      return undefined;
  }
}

function keysOfAll(values: readonly t.Node[]): string[] | undefined {
  const keys: string[] = [];
  for (const value of values) {
    if (value.type !== "ObjectExpression") return undefined;
    for (const property of value.properties) {
      if (property.type === "SpreadElement" || property.computed) return undefined;
      if (property.key.type === "Identifier") keys.push(property.key.name);
      else if (property.key.type === "StringLiteral") keys.push(property.key.value);
      else return undefined;
    }
  }
  return keys;
}
