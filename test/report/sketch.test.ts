import assert from "node:assert/strict";
import { test } from "node:test";
import { planOmission } from "../../runtime/key/plan.ts";
import { compareWithNearest } from "../../runtime/report/nearest-call.ts";
import { sketchInputs, type Sketch } from "../../runtime/report/sketch.ts";

const keys = { identify: () => undefined };
const sketch = (value: unknown): Sketch => sketchInputs([{ name: "x", value }], keys);
const long = (changed: number): number[] => Array.from({ length: 320 }, (_, place) => (place === changed ? -1 : place));

/** A value, another one, and the paths that tell them apart. */
const pairs: readonly (readonly [title: string, one: unknown, other: unknown, paths: readonly string[]])[] = [
  ["equal values", { a: [1, "b"] }, { a: [1, "b"] }, []],
  ["a primitive", 1, "1", ["x"]],
  ["minus zero", 0, -0, ["x"]],
  ["a member", { a: 1, b: 2 }, { a: 1, b: 3 }, ["x.b"]],
  ["deep inside", { a: { b: [{ c: 1 }] } }, { a: { b: [{ c: 2 }] } }, ["x.a.b[0].c"]],
  ["a member more", { a: 1 }, { a: 1, b: 2 }, ["x.b"]],
  ["an odd name", { "a b": 1 }, { "a b": 2 }, ['x["a b"]']],
  ["a long array", long(-1), long(45), ["x[40…59]"]],
  ["long texts", "a".repeat(99), "b".repeat(99), ["x"]],
  ["dates", new Date(0), new Date(1), ["x"]],
  ["maps", new Map([[1, 2]]), new Map([[1, 3]]), ["x"]],
  ["bytes", new Uint8Array([1]), new Uint8Array([2]), ["x"]],
  ["past the depth that is looked into", nest(9, 1), nest(9, 2), ["x.n.n.n.n.n"]],
];

function nest(depth: number, value: unknown): unknown {
  return depth === 0 ? value : { n: nest(depth - 1, value) };
}

for (const [title, one, other, paths] of pairs) {
  test(`sketches of ${title}`, () => {
    const { differs } = compareWithNearest(sketch(one), [sketch(other)]);
    assert.deepEqual(
      differs.map(({ path }) => path),
      paths,
    );
  });
}

test("what is kept of a value is short, and holds no long texts nor what a name calls secret", () => {
  const value = { password: "hunter2", note: "n".repeat(40), rows: Array.from({ length: 5_000 }, () => ({ a: 1 })) };
  const text = JSON.stringify(sketch(value));
  assert.ok(text.length < 4_000);
  assert.doesNotMatch(text, /hunter2|nnnn/);
  assert.match(text, /text of 40 characters/);
});

test("ignored paths are left out, and no code of the values runs", () => {
  let ran = 0;
  const value = {
    a: 1,
    log: { at: 2 },
    get trap() {
      ran += 1;
      return 1;
    },
  };
  const omit = planOmission(["x.log"])?.get("x");
  assert.deepEqual(Object.keys(sketchInputs([{ name: "x", value, omit }], keys)), ["x.a", "x.trap"]);
  assert.deepEqual(sketchInputs([{ name: "logger", value, omit: true }], keys), {});
  assert.equal(ran, 0);
});

test("of equally near calls the latest counts, and more than a few differences are counted", () => {
  const call = { a: "1", b: "1", c: "1", d: "1", e: "1", f: "1" };
  const other = { a: "2", b: "2", c: "2", d: "2", e: "2", f: "2" };
  const { earlier, differs, more } = compareWithNearest(call, [other, { ...other, a: "3" }]);
  assert.deepEqual([earlier, differs.length, more, differs[0]?.before], [2, 4, 2, "3"]);
});
