import { GLOBALS, type Link, type StateFacts } from "../../runtime/call/link.ts";
import { type Contribution, Contributions } from "./graph/contributions.ts";
import type { DependencyGraph } from "./graph/dependency-graph.ts";
import { describeParts } from "./graph/describe-parts.ts";
import { foreignKey, type ForeignChanges } from "./world/foreign-changes.ts";
import type { LinkedModules, LinkWorld } from "./world/link-questions.ts";
import { reach } from "./graph/reach.ts";
import { sha256 } from "./sha256.ts";
import { sharingText } from "./graph/sharing.ts";

/** Raised when the composition of code digests changes: older entries are then not found. */
export const CODE_DIGEST_VERSION = "astrocache code 4";

export interface LinkContext {
  readonly graph: DependencyGraph;
  readonly modules: LinkedModules;
  readonly isNodeGlobal: LinkWorld["isNodeGlobal"];
  /** What each vertex adds to links. */
  readonly contributions: Contributions;
  /** Statements that change global objects. */
  readonly ambient: readonly number[];
  relativePath(url: string): string;
}

export type LinkContextParts = Omit<LinkContext, "contributions" | "ambient"> & { readonly foreign: ForeignChanges };

export function linkContext({ foreign, ...parts }: LinkContextParts): LinkContext {
  const { graph, relativePath } = parts;
  const contributions = new Contributions({ graph, foreign, relativePath });
  const ambient = foreign.ambient.map(({ url, vertex }) => graph.vertex(url, vertex));
  return { ...parts, contributions, ambient: byDigest(ambient, graph) };
}

/** Links what starts at `roots`, taken in order, whose code `wiring` connects. Pure but for what the graph reads as it grows. */
export function linkRoots(roots: readonly number[], context: LinkContext, wiring = ""): Link {
  const { graph, ambient, contributions } = context;
  const effects = byDigest(effectsOf(roots, graph), graph);
  const begins = [...roots, ...effects, ...ambient];
  const reached = reach(graph, begins);
  const added = addedBy(reached, contributions);
  const failure =
    added.find((each) => each.failure !== undefined)?.failure ??
    added.find((each) => each.refused !== undefined)?.refused;
  if (failure !== undefined) return { ok: false, note: failure };
  const digestsOf = (places: readonly number[]): string[] => unique(places.map((place) => graph.digest(place)));
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
      sharingText(begins, reached, graph, (place) => contributions.of(place)?.hasIdentity === true),
    ]),
    state: stateOf(begins, reached, context),
    names: added.flatMap((each) => each.names ?? []),
    shapes: added.flatMap(({ shape }) => shape ?? []),
    environment: unique(added.flatMap(({ environment }) => environment ?? [])).sort(),
    process: unique(added.flatMap((each) => each.process ?? [])).sort(),
    locations: unique(added.flatMap(({ location }) => location ?? [])).sort(),
    parts: once(() => describeParts(reached, begins, context)),
    notes: added.flatMap(({ notes }) => notes ?? []),
  };
}

function addedBy(reached: readonly number[], contributions: Contributions): Contribution[] {
  const added: Contribution[] = [];
  for (const place of reached) {
    const contribution = contributions.of(place);
    if (contribution !== null) added.push(contribution);
  }
  return added;
}

/** Modules that reached modules import for their effects only, and those that these import in turn. */
function effectsOf(roots: readonly number[], graph: DependencyGraph): number[] {
  const effects = new Set<number>();
  const edges = (place: number): readonly number[] => {
    const direct = graph.edges(place);
    const more = graph.effects(place);
    for (const effect of more) effects.add(effect);
    return more.length === 0 ? direct : [...direct, ...more];
  };
  reach({ edges }, roots);
  return [...effects];
}

function stateOf(
  begins: readonly number[],
  reached: readonly number[],
  { graph, contributions, isNodeGlobal }: LinkContext,
): StateFacts[] {
  const state = new Map<string, StateFacts>();
  const isByValue = (place: number): boolean => {
    const facts = contributions.of(place)?.state;
    return facts !== undefined && !facts.fixed && !facts.hidden;
  };
  const read = reached.some(isByValue) ? new Set(reach(graph, begins, isByValue)) : undefined;
  for (const place of reached) {
    const facts = contributions.of(place)?.state;
    if (facts === undefined) continue;
    const key = foreignKey(facts.url, facts.name);
    const isRead = read?.has(place) !== false || state.get(key)?.isLoadOnly === false;
    state.set(key, { ...facts, isLoadOnly: !isRead });
  }
  const globals = unique(reached.flatMap((place) => contributions.of(place)?.globals ?? []));
  for (const name of globals) if (!isNodeGlobal(name)) state.set(foreignKey(GLOBALS, name), globalState(name));
  // In an order that does not depend on paths: by what the code says, then as reached.
  return [...state.values()].sort((a, b) => compare(a.codeDigest, b.codeDigest));
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

function byDigest(places: readonly number[], graph: DependencyGraph): number[] {
  return [...places].sort((a, b) => compare(graph.digest(a), graph.digest(b)));
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
