import assert from "node:assert/strict";
import { test } from "node:test";
import { firstDifference } from "../../runtime/call/first-difference.ts";

class Point {
  x = 1;
}

function cyclic(value: number): object {
  const own: { value: number; self?: object } = { value };
  own.self = own;
  return own;
}

/** Two values, and the path at which they differ; undefined: they do not. */
const rows: readonly (readonly [stored: unknown, now: unknown, path: string | undefined])[] = [
  [1, 1, undefined],
  [0, -0, "result"],
  [Number.NaN, Number.NaN, undefined],
  [1, 1n, "result"],
  [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, "result.a[1].b"],
  [{ a: 1 }, { a: 1, b: 2 }, "result.b"],
  [{ a: 1, b: 2 }, { b: 2, a: 1 }, "result"],
  [[1, 2], [1], "result[1]"],
  [{ "a b": 1 }, { "a b": 2 }, 'result["a b"]'],
  [new Map([["k", 1]]), new Map([["k", 2]]), "result<1>"],
  [new Map([["k", 1]]), new Map(), "result"],
  [new Set([1, 2]), new Set([2, 1]), "result<0>"],
  [new Date(0), new Date(0), undefined],
  [new Date(0), new Date(1), "result"],
  [/a/g, /a/i, "result"],
  [new Uint8Array([1, 2]), new Uint8Array([1, 3]), "result"],
  [new Uint8Array([1, 2]), new Uint8Array([1, 2]), undefined],
  [new Error("a"), new Error("a"), undefined],
  [new Error("a"), new Error("b"), "result.message"],
  [{ x: 1 }, new Point(), "result"],
  [new Point(), new Point(), undefined],
  [cyclic(1), cyclic(1), undefined],
  [cyclic(1), cyclic(2), "result.value"],
];
for (const [at, [stored, now, path]] of rows.entries()) {
  test(`first difference, row ${at}: ${path ?? "none"}`, () => assert.equal(firstDifference(stored, now)?.path, path));
}

test("both values are shown on one short line", () => {
  const { stored, now } = firstDifference({ text: "a\n".repeat(500) }, { text: 1 }) ?? { stored: "", now: "" };
  assert.ok(stored.length < 250 && !stored.includes("\n"));
  assert.equal(now, "1");
});
