import type * as t from "@babel/types";

/** A class as its members see it. */
export interface ClassHome {
  readonly isDerived: boolean;
  /** Private fields of its objects: `#a`. */
  readonly fields: readonly string[];
  /** Those of the class itself. */
  readonly staticFields: readonly string[];
}

export function classHome(node: t.Class): ClassHome {
  const isDerived = Boolean(node.superClass);
  const names = (isStatic: boolean): readonly string[] =>
    node.body.body.flatMap((member) => {
      const isField = member.type === "ClassPrivateProperty" || member.type === "ClassAccessorProperty";
      if (!isField || isStaticMember(member) !== isStatic || member.key.type !== "PrivateName") return [];
      return [`#${member.key.id.name}`];
    });
  return { isDerived, fields: names(false), staticFields: names(true) };
}

export function isStaticMember(node: t.Node): boolean {
  return node.type === "StaticBlock" || ("static" in node && node.static === true);
}
