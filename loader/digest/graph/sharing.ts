import type { DependencyGraph } from "./dependency-graph.ts";

/**
 * Who refers to which of several values that one digest stands for: two variables of equal code, copies of a class. Digests
 * alone cannot tell `a() + b() + a()` from `a() + b() + b()` where `a` and `b` read variables that are declared alike: both
 * are followed to the same leaves. Empty where no digest stands for two values.
 *
 * @param begins Where the walk started that gave `reached`, in an order that does not depend on paths.
 * @param hasIdentity Whether programs can tell what stands at a place from another thing of the same code.
 */
export function sharingText(
  begins: readonly number[],
  reached: readonly number[],
  graph: DependencyGraph,
  hasIdentity: (place: number) => boolean,
): string {
  const alike = placesAlike(reached.filter(hasIdentity), graph);
  if (alike.length === 0) return "";
  const leading = leadingTo(alike, reached, graph);
  const order = new Map(reached.filter((place) => leading.has(place)).map((place, number) => [place, number]));
  const numbers = (places: readonly number[]): string => places.flatMap((place) => order.get(place) ?? []).join();
  const lines = [...order.keys()].map((place) => numbers(graph.edges(place)));
  const digests = [...new Set(alike.map((place) => graph.digest(place)))].sort();
  return [numbers(begins), ...lines, ...digests].join(";");
}

function placesAlike(places: readonly number[], graph: DependencyGraph): number[] {
  const byDigest = new Map<string, number[]>();
  for (const place of places) {
    const digest = graph.digest(place);
    const alike = byDigest.get(digest);
    if (alike === undefined) byDigest.set(digest, [place]);
    else alike.push(place);
  }
  return [...byDigest.values()].filter(({ length }) => length > 1).flat();
}

/** These, and all of `reached` from which one of them is reached. */
function leadingTo(places: readonly number[], reached: readonly number[], graph: DependencyGraph): Set<number> {
  const callers = new Map<number, number[]>();
  for (const place of reached) {
    for (const target of graph.edges(place)) {
      const known = callers.get(target);
      if (known === undefined) callers.set(target, [place]);
      else known.push(place);
    }
  }
  const found = new Set(places);
  for (const place of found) for (const caller of callers.get(place) ?? []) found.add(caller);
  return found;
}
