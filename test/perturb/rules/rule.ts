import type { NodePath } from "@babel/core";
import type { Source, Splice } from "../source.ts";

/** One kind of edit, which finds its places in any module by itself. */
export interface Rule {
  readonly name: string;
  /**
   * `behaviour`: where a target reaches the edited code, its digest changes; elsewhere it does not.
   * `cosmetic`: no digest changes, wherever it is made.
   */
  readonly effect: "behaviour" | "cosmetic";
  /** Types of nodes at which it is tried. */
  readonly at: readonly string[];
  /** Undefined where it does not apply. */
  readonly edit: (path: NodePath, source: Source) => readonly Splice[] | Splice | string | undefined;
}

type Visit = Rule["edit"];

export function behaviour(name: string, at: string, edit: Visit): Rule {
  return { name, effect: "behaviour", at: at.split(" "), edit };
}

export function cosmetic(name: string, at: string, edit: Visit): Rule {
  return { name, effect: "cosmetic", at: at.split(" "), edit };
}
