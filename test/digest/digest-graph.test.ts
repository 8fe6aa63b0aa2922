import assert from "node:assert/strict";
import { test } from "node:test";
import { array, assert as check, constantFrom, infiniteStream, integer, nat, property, record } from "fast-check";
import { digestFrom, type DigestGraph } from "../../loader/digest/graph/digest-graph.ts";

type Rows = readonly { readonly own: string; readonly edges: readonly number[] }[];

function graphOf(rows: Rows): DigestGraph {
  return { own: (place) => rows[place]?.own ?? "", edges: (place) => rows[place]?.edges ?? [] };
}

function digestOf(rows: Rows, root: number): string {
  return digestFrom(root, graphOf(rows), new Map());
}

/** Graphs of up to 6 vertices with few kinds of contents, so that equal vertices and cycles are common. */
const rows = integer({ min: 1, max: 6 }).chain((size) =>
  array(record({ own: constantFrom("a", "b"), edges: array(nat({ max: size - 1 }), { maxLength: 2 }) }), {
    minLength: size,
    maxLength: size,
  }),
);

/** What can be seen from a vertex within `depth` steps: the definition that digests have to follow. */
function unfold(graph: Rows, place: number, depth: number): string {
  const row = graph[place];
  if (row === undefined || depth === 0) return "";
  return `${row.own}(${row.edges.map((target) => unfold(graph, target, depth - 1)).join()})`;
}

test("vertices have one digest if and only if nothing they reach tells them apart", () => {
  check(
    property(rows, (graph) => {
      const digests = new Map<number, string>();
      for (const place of graph.keys()) digestFrom(place, graphOf(graph), digests);
      for (const a of graph.keys()) {
        for (const b of graph.keys()) {
          const isSame = unfold(graph, a, graph.length) === unfold(graph, b, graph.length);
          // Equal things on different sides of a cycle may differ in digest; what differs must never be equal.
          if (!isSame) assert.notEqual(digests.get(a), digests.get(b));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test("a digest depends neither on the vertex that one starts from nor on numbering", () => {
  check(
    property(rows, infiniteStream(nat()), (graph, random) => {
      const order = shuffled([...graph.keys()], random);
      const renumbered = order.map((old) => {
        const row = graph[old];
        return { own: row?.own ?? "", edges: (row?.edges ?? []).map((target) => order.indexOf(target)) };
      });
      const whole = new Map<number, string>();
      for (const place of shuffled([...graph.keys()], random)) digestFrom(place, graphOf(graph), whole);
      for (const place of graph.keys()) {
        assert.equal(digestOf(graph, place), whole.get(place));
        assert.equal(digestOf(renumbered, order.indexOf(place)), whole.get(place));
      }
    }),
    { numRuns: 300 },
  );
});

test("chains and cycles deeper than the call stack", () => {
  const size = 20_000;
  const chain: Rows = Array.from({ length: size }, (_, place) => ({
    own: "f",
    edges: place + 1 < size ? [place + 1] : [],
  }));
  const ring: Rows = Array.from({ length: size }, (_, place) => ({
    own: place === 0 ? "odd" : "f",
    edges: [(place + 1) % size],
  }));
  assert.notEqual(digestOf(chain, 0), digestOf(chain, 1));
  assert.notEqual(digestOf(ring, 1), digestOf(ring, 2));
});

function shuffled(values: number[], random: Iterator<number>): number[] {
  const result = [...values];
  for (let place = result.length - 1; place > 0; place--) {
    const other = (random.next().value as number) % (place + 1);
    [result[place], result[other]] = [result[other] ?? 0, result[place] ?? 0];
  }
  return result;
}
