import type { PartFacts } from "../../../runtime/call/link.ts";
import type { DependencyGraph } from "./dependency-graph.ts";
import type { GraphNode } from "./graph-node.ts";
import type { LinkedModules } from "../world/link-questions.ts";
import { sha256 } from "../sha256.ts";

export interface PartsContext {
  readonly graph: DependencyGraph;
  readonly modules: LinkedModules;
  relativePath(url: string): string;
}

/** For people: each of the places `reached` from `roots` that is a function or statement, under its module's path, and each package. */
export function describeParts(
  reached: readonly number[],
  roots: readonly number[],
  { graph, modules, ...context }: PartsContext,
): PartFacts[] {
  const relativePath = onceForEach((url) => context.relativePath(url));
  const labels = new Map(reached.map((place) => [place, labelOf(graph.node(place), relativePath)]));
  const parents = parentsOf(roots, graph);
  const parts = new Map<string, number[]>();
  for (const [place, label] of labels) {
    if (label === undefined) continue;
    const places = parts.get(label);
    if (places === undefined) parts.set(label, [place]);
    else places.push(place);
  }
  return [...parts].map(([label, places]) => {
    const [first = 0] = places;
    const via = nearestLabel(first, label, parents, labels);
    return {
      label,
      digest: sha256(places.map((place) => ownDigest(graph.node(place))).sort()).slice(0, 16),
      ...(via === undefined ? {} : { via }),
      refs: refsOf(label, places, graph, labels),
      ...placeOf(graph.node(first), modules, relativePath),
      kind: kindOf(graph.node(first)),
    };
  });
}

function labelOf(node: GraphNode, relativePath: PartsContext["relativePath"]): string | undefined {
  if (node.kind === "vertex") return `${relativePath(node.url)}#${node.facts.label}`;
  return node.kind === "package" ? `package ${node.label}` : undefined;
}

function ownDigest(node: GraphNode): string {
  if (node.kind === "vertex") return node.facts.hash;
  return node.kind === "package" ? node.digest : "";
}

/** A variable that holds a function is called like one. */
function kindOf(node: GraphNode): PartFacts["kind"] {
  if (node.kind !== "vertex") return "package";
  return node.facts.kind === "function" || node.facts.holdsFunction ? "function" : "statement";
}

function onceForEach<T>(make: (url: string) => T): (url: string) => T {
  const known = new Map<string, T>();
  return (url) => {
    if (!known.has(url)) known.set(url, make(url));
    return known.get(url) as T;
  };
}

function placeOf(
  node: GraphNode,
  modules: LinkedModules,
  relativePath: PartsContext["relativePath"],
): Pick<PartFacts, "file" | "line" | "range" | "text"> {
  if (node.kind !== "vertex") return {};
  const { line, start, end } = node.facts;
  return { file: relativePath(node.url), line, range: [start, end], text: modules.identity(node.url) };
}

/** For each place the one from which it was first reached, breadth first. */
function parentsOf(roots: readonly number[], graph: DependencyGraph): ReadonlyMap<number, number> {
  const parents = new Map<number, number>();
  const seen = new Set(roots);
  const found = [...seen];
  for (let next = 0; next < found.length; next++) {
    const place = found[next] ?? 0;
    for (const target of graph.edges(place)) {
      if (seen.has(target)) continue;
      seen.add(target);
      parents.set(target, place);
      found.push(target);
    }
  }
  return parents;
}

type Labels = ReadonlyMap<number, string | undefined>;

function nearestLabel(
  first: number,
  own: string,
  parents: ReadonlyMap<number, number>,
  labels: Labels,
): string | undefined {
  for (let place = parents.get(first); place !== undefined; place = parents.get(place)) {
    const label = labels.get(place);
    if (label !== undefined && label !== own) return label;
  }
  return undefined;
}

/** Labels that can be reached through names alone. */
function refsOf(own: string, places: readonly number[], graph: DependencyGraph, labels: Labels): string[] {
  const found = new Set<string>();
  const seen = new Set(places);
  const pending = [...places];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    for (const target of graph.edges(place)) {
      if (seen.has(target)) continue;
      seen.add(target);
      const label = labels.get(target);
      if (label === undefined || label === own) pending.push(target);
      else found.add(label);
    }
  }
  return [...found].sort();
}
