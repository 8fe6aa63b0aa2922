import type { LocalBindingFacts } from "../analysis/facts.ts";
import {
  type CodeShape,
  GLOBALS,
  type Link,
  type Maker,
  type ReachedName,
  type StateFacts,
} from "../../runtime/call/link.ts";
import type { ReasonNote } from "../../runtime/reasons.ts";
import { reasons } from "../../runtime/reasons.ts";
import type { DependencyGraph, GraphNode } from "./dependency-graph.ts";
import { foreignKey, type ForeignChanges } from "./foreign-changes.ts";
import type { ModuleTable } from "./module-table.ts";
import { describeParts } from "./describe-parts.ts";
import { sha256 } from "./sha256.ts";
import { sharingText } from "./sharing.ts";

/** Raised when the composition of code digests changes: older entries are then not found. */
export const CODE_DIGEST_VERSION = "astrocache code 4";

export interface LinkContext {
  readonly graph: DependencyGraph;
  readonly modules: ModuleTable;
  readonly foreign: ForeignChanges;
  relativePath(url: string): string;
}

/** Links what starts at `roots`, taken in order, whose code `wiring` connects. Pure but for what the graph reads as it grows. */
export function linkRoots(roots: readonly number[], context: LinkContext, wiring = ""): Link {
  const { graph, foreign } = context;
  const effects = effectRoots(roots, context);
  const ambient = foreign.ambient
    .map(({ url, vertex }) => graph.vertex(url, vertex))
    .sort((a, b) => compare(graph.digest(a), graph.digest(b)));
  const begins = [...roots, ...effects, ...ambient];
  const reached = graph.reach(begins);
  const nodes = reached.map((place) => graph.node(place));
  const failure = nodes.find((node) => node.kind === "failed");
  if (failure?.kind === "failed") return { ok: false, note: failure.note };
  const [refused] = notesOf(nodes, "bypass", context);
  if (refused !== undefined) return { ok: false, note: refused };
  const digestsOf = (places: readonly number[]): string[] =>
    [...new Set(places.map((place) => graph.digest(place)))].sort();
  return {
    ok: true,
    codeDigest: sha256([
      CODE_DIGEST_VERSION,
      ...roots.map((root) => graph.digest(root)),
      "wiring",
      wiring,
      "effects",
      ...digestsOf(effects),
      "ambient",
      ...digestsOf(ambient),
      "sharing",
      sharingText(begins, graph, (place) => hasIdentity(graph.node(place), context)),
    ]),
    state: stateOf(reached, begins, context),
    names: namesOf(nodes, foreign),
    shapes: shapesOf(nodes, foreign),
    environment: unique(nodes.flatMap((node) => (node.kind === "vertex" ? node.facts.environment : []))).sort(),
    process: unique(nodes.flatMap((node) => (node.kind === "vertex" ? node.facts.process : []))).sort(),
    locations: unique(
      nodes.flatMap((node) => (node.kind === "vertex" && node.facts.location ? [node.url] : [])),
    ).sort(),
    parts: once(() => describeParts(reached, begins, context)),
    notes: notesOf(nodes, "shown", context),
  };
}

/** Code that is only ever called is what its text says, whichever copy of it is called; what it reads is looked at by itself. */
function hasIdentity(node: GraphNode, context: LinkContext): boolean {
  switch (node.kind) {
    case "binding":
      return (node.named && node.facts.kind === "code") || stateFacts(node, "", context) !== undefined;
    case "whole":
    case "package":
    case "content":
      return true;
    case "vertex":
    case "other":
    case "failed":
      return false;
  }
}

/** Modules that reached modules import for their effects only, and those that these import in turn. */
function effectRoots(roots: readonly number[], { graph, modules }: LinkContext): number[] {
  const effects: number[] = [];
  const done = new Set<string>();
  for (let pending = [...roots]; pending.length > 0;) {
    const urls = unique(graph.reach(pending).flatMap((place) => urlOf(graph.node(place)))).filter(
      (url) => !done.has(url),
    );
    pending = [];
    for (const url of urls) {
      done.add(url);
      const outcome = modules.facts(url);
      if (!outcome.ok) continue;
      for (const [place, imported] of outcome.facts.imports.entries()) {
        if (imported.effectOnly) pending.push(...graph.imported(url, outcome.facts, place, "*", false));
      }
    }
    effects.push(...pending);
  }
  return unique(effects);
}

function urlOf(node: GraphNode): string[] {
  return node.kind === "vertex" || node.kind === "binding" || node.kind === "whole" ? [node.url] : [];
}

/** Names whose module may still be running when the target is called. */
function namesOf(nodes: readonly GraphNode[], foreign: ForeignChanges): ReachedName[] {
  return nodes.flatMap((node) => {
    if (node.kind !== "binding") return [];
    const { url, name, facts } = node;
    const isPatched = foreign.vertices.has(foreignKey(url, name));
    const patchedAtLoad = facts.kind === "code" && (facts.patchedAtLoad || isPatched);
    return facts.lexical || patchedAtLoad ? [{ url, name, lexical: facts.lexical, patchedAtLoad }] : [];
  });
}

/** Functions that are only ever called show none of their properties. */
function shapesOf(nodes: readonly GraphNode[], foreign: ForeignChanges): CodeShape[] {
  return nodes.flatMap((node) => {
    if (node.kind !== "binding" || !node.named || node.facts.kind !== "code") return [];
    const { url, name, facts } = node;
    const isDataKept = !facts.changeable && !facts.changed && !foreign.changed.has(foreignKey(url, name));
    return [{ url, name, isDataKept }];
  });
}

function stateOf(reached: readonly number[], begins: readonly number[], context: LinkContext): StateFacts[] {
  const { graph } = context;
  const state = new Map<string, StateFacts>();
  const isByValue = (node: GraphNode): boolean => {
    const facts = node.kind === "binding" && node.facts.kind === "data" ? stateFacts(node, "", context) : undefined;
    return facts !== undefined && !facts.fixed && !facts.hidden;
  };
  const read = new Set(graph.reach(begins, isByValue));
  for (const place of reached) {
    const node = graph.node(place);
    if (node.kind !== "binding") continue;
    const facts = stateFacts(node, graph.digest(place), context);
    if (facts === undefined) continue;
    const key = foreignKey(node.url, node.name);
    const isRead = read.has(place) || state.get(key)?.isLoadOnly === false;
    state.set(key, { ...facts, maker: makerOf(place, node.facts, graph), isLoadOnly: !isRead });
  }
  for (const name of globalsOf(reached, graph)) state.set(foreignKey(GLOBALS, name), globalState(name));
  // In an order that does not depend on paths: by what the code says, then as reached.
  return [...state.values()].sort((a, b) => compare(a.codeDigest, b.codeDigest));
}

/** Undefined for what is all in its code. */
function stateFacts(
  { url, name, facts }: Extract<GraphNode, { kind: "binding" }>,
  codeDigest: string,
  { foreign }: LinkContext,
): Omit<StateFacts, "maker" | "isLoadOnly"> | undefined {
  const key = foreignKey(url, name);
  const changed = facts.changed || foreign.changed.has(key) || foreign.changed.has(foreignKey(url, "*"));
  const fixed = facts.value !== "computed" && !facts.changeable && !changed && !facts.hidden;
  if (facts.kind === "code" ? fixed : facts.value === "primitive" && fixed) return undefined;
  return {
    url,
    name,
    codeDigest,
    changeable: facts.changeable || changed,
    changed,
    changedAtLoad: facts.changedAtLoad || foreign.vertices.has(key),
    hidden: facts.hidden,
    fixed,
  };
}

/** Global variables that the program made: their values are in no code. */
function globalsOf(reached: readonly number[], graph: DependencyGraph): string[] {
  const names = reached.flatMap((place) => {
    const node = graph.node(place);
    return node.kind === "vertex" ? node.facts.globals : [];
  });
  return unique(names).filter((name) => !NODE_GLOBALS.has(name));
}

function globalState(name: string): StateFacts {
  const facts: Omit<StateFacts, "url" | "name" | "codeDigest"> = {
    changeable: true,
    changed: false,
    hidden: false,
    changedAtLoad: false,
    maker: "program",
    isLoadOnly: false,
    fixed: false,
  };
  return { url: GLOBALS, name, codeDigest: sha256(["global", name]), ...facts };
}

/** What Node itself gives, before the program begins. */
const NODE_GLOBALS: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(globalThis));

function makerOf(binding: number, facts: LocalBindingFacts, graph: DependencyGraph): Maker {
  const places = graph.reach(graph.edges(binding));
  const nodes = places.map((place) => graph.node(place));
  if (facts.isMade && nodes.some(isProgramCode)) return "program";
  if (nodes.some(({ kind }) => kind === "package")) return "package";
  return facts.isMade || places.some((place) => graph.isBuiltin(place)) ? "node" : "literal";
}

function isProgramCode(node: GraphNode): boolean {
  if (node.kind === "vertex") return node.facts.kind === "function";
  return node.kind === "whole" || (node.kind === "binding" && node.facts.kind === "code");
}

function notesOf(nodes: readonly GraphNode[], effect: "bypass" | "shown", { relativePath }: LinkContext): ReasonNote[] {
  return nodes.flatMap((node) => {
    if (node.kind === "content" && node.note !== undefined) return effect === "shown" ? [node.note] : [];
    if (node.kind !== "vertex") return [];
    return node.facts.notes
      .filter(({ code }) => reasons[code].effect === effect)
      .map((note) => ({ ...note, file: relativePath(node.url) }));
  });
}

/** Asked for at each miss of an edited target. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
