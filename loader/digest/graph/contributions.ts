import type { LocalBindingFacts } from "../../analysis/facts.ts";
import type { CodeShape, Maker, ReachedName, StateFacts } from "../../../runtime/call/link.ts";
import { type ReasonNote, reasons } from "../../../runtime/reasons.ts";
import type { DependencyGraph } from "./dependency-graph.ts";
import { foreignKey, type ForeignChanges } from "../world/foreign-changes.ts";
import type { GraphNode } from "./graph-node.ts";
import { PlaceTable } from "./place-table.ts";
import { ReachedFlags } from "./reach.ts";

/** What one vertex adds to the link of each target that reaches it. */
export interface Contribution {
  /** Why nothing that reaches it can be linked. */
  readonly failure?: ReasonNote;
  /** Why its code runs each time. */
  readonly refused?: ReasonNote;
  readonly names?: readonly ReachedName[];
  readonly shape?: CodeShape;
  /** Data whose value the code does not fix, or that has an identity. */
  readonly state?: Omit<StateFacts, "isLoadOnly">;
  /** Programs can tell what stands here from another thing of the same code. */
  readonly hasIdentity?: boolean;
  readonly environment?: readonly string[];
  readonly process?: VertexNode["facts"]["process"];
  readonly globals?: readonly string[];
  /** URL of a module whose code looks at its own location. */
  readonly location?: string;
  readonly notes?: readonly ReasonNote[];
}

type VertexNode = Extract<GraphNode, { kind: "vertex" }>;

type BindingNode = Extract<GraphNode, { kind: "binding" }>;

export interface ContributionContext {
  readonly graph: DependencyGraph;
  readonly foreign: ForeignChanges;
  relativePath(url: string): string;
}

/** Made once for each vertex, whichever targets reach it. Most vertices add nothing. */
export class Contributions {
  readonly #known = new PlaceTable<Contribution | null>();
  readonly #context: ContributionContext;
  readonly #makers: ReachedFlags;

  constructor(context: ContributionContext) {
    this.#context = context;
    this.#makers = new ReachedFlags(context.graph, (place) => makerFlag(place, context.graph));
  }

  of(place: number): Contribution | null {
    let known = this.#known.get(place);
    if (known === undefined) {
      known = this.#make(place, this.#context.graph.node(place));
      this.#known.set(place, known);
    }
    return known;
  }

  #make(place: number, node: GraphNode): Contribution | null {
    switch (node.kind) {
      case "vertex":
        return this.#ofVertex(node);
      case "binding":
        return this.#ofBinding(place, node);
      case "failed":
        return { failure: node.note };
      case "content":
      case "package":
        return this.#ofOutside(node);
      case "whole":
        return { hasIdentity: true };
      case "other":
        return null;
    }
  }

  /** What functions of the program do to it when they are called is not in its version, or in its file. */
  #ofOutside(node: Extract<GraphNode, { kind: "content" | "package" }>): Contribution {
    const label = node.kind === "package" ? node.label : this.#context.relativePath(node.origin);
    const detail = `${label}: functions of the program change it`;
    const isChanged = this.#context.foreign.changed.has(foreignKey(node.origin, ""));
    return {
      hasIdentity: true,
      names: unique(this.#context.foreign.late.get(node.origin) ?? []).map((url) => ({
        url,
        name: label,
        lexical: false,
        patchedAtLoad: true,
      })),
      ...(node.kind === "content" && node.note !== undefined ? { notes: [node.note] } : {}),
      ...(isChanged ? { refused: { code: "state-opaque", detail } } : {}),
    };
  }

  #ofVertex({ url, facts }: VertexNode): Contribution | null {
    const { environment, process, globals, location } = facts;
    const notesOf = (effect: "bypass" | "shown"): ReasonNote[] =>
      facts.notes
        .filter(({ code }) => reasons[code].effect === effect)
        .map((note) => ({ ...note, file: this.#context.relativePath(url) }));
    const notes = notesOf("shown");
    const [refused] = notesOf("bypass");
    const lists = environment.length + process.length + globals.length + notes.length;
    if (lists === 0 && !location && refused === undefined) return null;
    return {
      environment,
      process,
      globals,
      notes,
      ...(location ? { location: url } : {}),
      ...(refused === undefined ? {} : { refused }),
    };
  }

  #ofBinding(place: number, node: BindingNode): Contribution | null {
    const name = this.#nameOf(node);
    const shape = this.#shapeOf(node);
    const state = this.#stateOf(place, node);
    if (name === undefined && shape === undefined && state === undefined) return null;
    return {
      hasIdentity: shape !== undefined || state !== undefined,
      ...(name === undefined ? {} : { names: [name] }),
      ...(shape === undefined ? {} : { shape }),
      ...(state === undefined ? {} : { state }),
    };
  }

  /** Names whose module may still be running when the target is called. */
  #nameOf({ url, name, facts }: BindingNode): ReachedName | undefined {
    const isPatched = this.#context.foreign.vertices.has(foreignKey(url, name));
    const patchedAtLoad = facts.kind === "code" && (facts.patchedAtLoad || isPatched);
    return facts.lexical || patchedAtLoad ? { url, name, lexical: facts.lexical, patchedAtLoad } : undefined;
  }

  /** Functions that are only ever called show none of their properties. */
  #shapeOf({ url, name, named, facts }: BindingNode): CodeShape | undefined {
    if (!named || facts.kind !== "code") return undefined;
    const isDataKept = !facts.changeable && !facts.changed && !this.#context.foreign.changed.has(foreignKey(url, name));
    return { url, name, isDataKept };
  }

  /** Undefined for what is all in its code. */
  #stateOf(place: number, { url, name, facts }: BindingNode): Contribution["state"] | undefined {
    const { foreign, graph } = this.#context;
    const key = foreignKey(url, name);
    const changed = facts.changed || foreign.changed.has(key) || foreign.changed.has(foreignKey(url, "*"));
    const fixed = facts.value !== "computed" && !facts.changeable && !changed && !facts.hidden;
    if (facts.kind === "code" ? fixed : facts.value === "primitive" && fixed) return undefined;
    return {
      url,
      name,
      codeDigest: graph.digest(place),
      changeable: facts.changeable || changed,
      changed,
      changedAtLoad: facts.changedAtLoad || foreign.vertices.has(key),
      hidden: facts.hidden,
      fixed,
      maker: this.#makerOf(place, facts),
    };
  }

  #makerOf(binding: number, { isMade }: LocalBindingFacts): Maker {
    let flags = 0;
    for (const place of this.#context.graph.edges(binding)) flags |= this.#makers.of(place);
    if (isMade && (flags & PROGRAM) !== 0) return "program";
    if ((flags & PACKAGE) !== 0) return "package";
    return isMade || (flags & BUILTIN) !== 0 ? "node" : "literal";
  }
}

const PROGRAM = 1;
const PACKAGE = 2;
const BUILTIN = 4;

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function makerFlag(place: number, graph: DependencyGraph): number {
  const node = graph.node(place);
  if (node.kind === "package") return PACKAGE;
  if (node.kind === "whole" || (node.kind === "binding" && node.facts.kind === "code")) return PROGRAM;
  if (node.kind === "vertex") return node.facts.kind === "function" ? PROGRAM : 0;
  return graph.isBuiltin(place) ? BUILTIN : 0;
}
