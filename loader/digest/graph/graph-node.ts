import type { LocalBindingFacts, VertexFacts } from "../../analysis/facts.ts";
import type { ReasonNote } from "../../../runtime/reasons.ts";
import type { Content } from "../world/content.ts";

/** One vertex of the graph over all modules. */
export type GraphNode =
  | { readonly kind: "vertex"; readonly url: string; readonly vertex: number; readonly facts: VertexFacts }
  | {
      readonly kind: "binding";
      readonly url: string;
      readonly name: string;
      readonly facts: LocalBindingFacts;
      /** Used other than by calling it. */
      readonly named: boolean;
    }
  | { readonly kind: "whole"; readonly url: string }
  | { readonly kind: "package"; readonly origin: string; readonly label: string; readonly digest: string }
  | { readonly kind: "content"; readonly origin: string; readonly note: ReasonNote | undefined }
  | { readonly kind: "other" }
  | { readonly kind: "failed"; readonly note: ReasonNote };

/** With what it is by itself, which is hashed. */
export interface MadeNode {
  readonly node: GraphNode;
  readonly own: string;
}

export function failed(note: ReasonNote): MadeNode {
  return { node: { kind: "failed", note }, own: `failed ${JSON.stringify(note)}` };
}

export function makeContent(url: string, content: Content, note?: ReasonNote): MadeNode {
  if (!content.ok) return failed({ code: "source-unreadable", file: url, detail: content.detail });
  return { node: { kind: "content", origin: url, note }, own: `content ${content.digest}` };
}
