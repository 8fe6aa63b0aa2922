import assert from "node:assert/strict";
import { test } from "node:test";
import { linkedProgram, type Work } from "../../bench/linking/linked-program.ts";
import { shapes } from "../../bench/linking/linking-shapes.ts";
import { digestFrom } from "../../loader/digest/graph/digest-graph.ts";

/**
 * Times say little on a busy machine; what is asked for can be counted. 10,000 modules of each shape take half a minute to
 * parse: those are a part of the thorough suite.
 */
const isThorough = process.env["AC_TEST_EVERY_WAY"] !== undefined;

for (const [name, shape] of Object.entries(shapes))
  test(`linking asks for the same for each module, however many there are (${name})`, () => {
    const sizes = isThorough ? [100, 1000, 10_000] : [100, 1000];
    const works = sizes.map((size) => linkedProgram(shape(size)).link());
    for (const [place, large] of works.slice(1).entries())
      for (const [key, count] of Object.entries(works[place] ?? {}))
        assert.ok(large[key as keyof Work] <= 10 * count + 400, `${key}: ${count}, then ${large[key as keyof Work]}`);
  });

for (const name of ["export *", "circle"])
  test(`a chain of 10,000 modules (${name}) does not end at the end of the call stack`, () => {
    const shape = shapes[name];
    assert.ok(shape !== undefined);
    assert.ok(linkedProgram(shape(10_000)).link().resolutions >= 9999);
  });

type Edges = (vertex: number, n: number) => readonly number[];

const graphs: Readonly<Record<string, Edges>> = {
  chain: (vertex, n) => (vertex + 1 < n ? [vertex + 1] : []),
  layers: (vertex, n) => [vertex + 1, vertex + 2, vertex + 3].filter((to) => to < n),
  circle: (vertex, n) => [(vertex + 1) % n],
  thicket: (vertex, n) => [(vertex + 1) % n, (vertex * 7 + 3) % n, (vertex * 13 + 5) % n],
};
for (const [name, edges] of Object.entries(graphs))
  test(`the digest of a graph ten times as large (${name}) looks at its vertices ten times as often`, () => {
    const [small, large] = [looks(1000, edges), looks(10_000, edges)];
    assert.ok(large <= 11 * small, `${small}, then ${large}`);
  });

/** How often a vertex is looked at. All of them have texts of their own. */
function looks(n: number, edges: Edges): number {
  let count = 0;
  const graph = {
    own(vertex: number): string {
      count++;
      return `vertex ${vertex}`;
    },
    edges(vertex: number): readonly number[] {
      count++;
      return edges(vertex, n);
    },
  };
  digestFrom(0, graph, new Map());
  return count;
}
