import type { PlaceValues } from "./place-table.ts";
import { sha256 } from "../sha256.ts";
import { strongComponents } from "./strong-components.ts";

/** A graph whose vertices are numbers. `own` says what a vertex is by itself; the order of `edges` counts. */
export interface DigestGraph {
  own(vertex: number): string;
  edges(vertex: number): readonly number[];
}

/**
 * Gives `root` and all that it reaches a digest over everything that each of them reaches. A cycle is taken as a whole,
 * so the answer depends neither on the vertex that one starts from nor on how vertices were numbered. Vertices that
 * already have a digest are not visited again.
 */
export function digestFrom(root: number, graph: DigestGraph, digests: PlaceValues<string>): string {
  const edgesOf = (vertex: number): readonly number[] => graph.edges(vertex);
  for (const component of strongComponents(root, edgesOf, (vertex) => digests.has(vertex))) {
    const [only] = component;
    const isCycle = component.length > 1 || (only !== undefined && graph.edges(only).includes(only));
    if (isCycle) digestCycle(component, graph, digests);
    else if (only !== undefined)
      digests.set(only, sha256(["vertex", describe(only, graph, (target) => known(digests, target))]));
  }
  return known(digests, root);
}

function digestCycle(cycle: readonly number[], graph: DigestGraph, digests: PlaceValues<string>): void {
  const colors = refine(cycle, graph, digests);
  // Ranks follow from contents alone. Vertices of one color cannot be told apart by anything they reach: one digest.
  const ranks = new Map([...new Set(colors.values())].sort().map((color, rank) => [color, `${rank}`]));
  const rankOf = (vertex: number): string | undefined => ranks.get(colors.get(vertex) ?? "");
  const lines = new Map<string, string>();
  for (const vertex of cycle) {
    const rank = rankOf(vertex) ?? "";
    if (!lines.has(rank))
      lines.set(
        rank,
        describe(vertex, graph, (target) => rankOf(target) ?? known(digests, target)),
      );
  }
  const whole = sha256(["cycle", ...[...ranks.values()].map((rank) => lines.get(rank) ?? "")]);
  for (const vertex of cycle) digests.set(vertex, sha256(["member", whole, rankOf(vertex) ?? ""]));
}

/**
 * Partition refinement (as in the minimization of automata): vertices start with the color of what they are and what
 * they reach outside the cycle, and are told apart as far as what they reach inside it differs. Only vertices with a
 * neighbour that changed color are looked at again, so long chains of equal functions stay linear.
 */
function refine(
  cycle: readonly number[],
  graph: DigestGraph,
  digests: Pick<PlaceValues<string>, "get">,
): Map<number, string> {
  const members = new Set(cycle);
  const callers = new Map<number, number[]>(cycle.map((vertex) => [vertex, []]));
  for (const vertex of cycle) for (const target of graph.edges(vertex)) callers.get(target)?.push(vertex);
  const outside = (target: number): string => (members.has(target) ? "inside" : known(digests, target));
  const colors = new Map(cycle.map((vertex) => [vertex, describe(vertex, graph, outside)]));
  const sizes = new Map<string, number>();
  for (const color of colors.values()) sizes.set(color, (sizes.get(color) ?? 0) + 1);
  let pending = new Set(cycle);
  while (pending.size > 0) {
    const recolored = splitClasses(pending, graph, colors, sizes);
    pending = new Set();
    for (const [vertex, color] of recolored) {
      recolor(vertex, color, colors, sizes);
      for (const caller of callers.get(vertex) ?? []) pending.add(caller);
    }
  }
  return colors;
}

/**
 * New colors for those of `pending` whose signature sets them apart from others of their color. One group of each class
 * keeps the color, the largest where all were looked at (Hopcroft 1971), so that little has to be looked at again.
 */
function splitClasses(
  pending: ReadonlySet<number>,
  graph: DigestGraph,
  colors: ReadonlyMap<number, string>,
  sizes: ReadonlyMap<string, number>,
): [number, string][] {
  const classes = new Map<string, Map<string, number[]>>();
  for (const vertex of pending) {
    const color = colors.get(vertex) ?? "";
    const groups = classes.get(color) ?? new Map<string, number[]>();
    classes.set(color, groups);
    const own = sha256([color, ...graph.edges(vertex).map((target) => colors.get(target) ?? "outside")]);
    const group = groups.get(own);
    if (group === undefined) groups.set(own, [vertex]);
    else group.push(vertex);
  }
  return [...classes].flatMap(([color, groups]) => {
    const looked = [...groups.values()].reduce((sum, group) => sum + group.length, 0);
    const kept = looked === sizes.get(color) ? largestGroup(groups) : undefined;
    return [...groups].flatMap(([own, group]) =>
      own === kept ? [] : group.map((vertex): [number, string] => [vertex, own]),
    );
  });
}

function largestGroup(groups: ReadonlyMap<string, readonly number[]>): string | undefined {
  return [...groups].sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1))[0]?.[0];
}

function recolor(vertex: number, color: string, colors: Map<number, string>, sizes: Map<string, number>): void {
  const former = colors.get(vertex) ?? "";
  sizes.set(former, (sizes.get(former) ?? 0) - 1);
  sizes.set(color, (sizes.get(color) ?? 0) + 1);
  colors.set(vertex, color);
}

function describe(vertex: number, graph: DigestGraph, digestOf: (target: number) => string): string {
  return sha256([graph.own(vertex), ...graph.edges(vertex).map(digestOf)]);
}

function known(digests: Pick<PlaceValues<string>, "get">, vertex: number): string {
  const digest = digests.get(vertex);
  if (digest === undefined) throw new Error(`vertex ${vertex} has no digest`);
  return digest;
}
