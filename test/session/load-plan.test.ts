import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "../../loader/analysis/analyze.ts";
import type { Syntax } from "../../loader/analysis/syntax/syntax.ts";
import { planLoad, type RewritePlan } from "../../loader/session/load-plan.ts";

const NOTHING = { targets: [], declined: [], unmatched: [] };

/** Text, names that are read when they are asked for, names whose values are given at the end of the module. */
const TEXTS: readonly [what: string, text: string, accessors: readonly string[], values: readonly string[]][] = [
  ["functions and classes", "export function f() {} export class K {}", [], ["f", "K"]],
  ["variables of functions", "export const f = () => 1; export let g = function () {};", [], ["f", "g"]],
  ["data", "export const f = () => 1; export const list = [1];", ["list"], ["f"]],
  ["functions that are assigned again", "export function f() {} export const set = (g) => { f = g; };", ["f"], ["set"]],
  [
    "what exports hold",
    "exports.f = function () {}; function g() {} exports.g = g;",
    ["exports.f", "exports.g"],
    ["g"],
  ],
  [
    "a name that is a syntax of literals",
    "var __proto__ = () => 1; exports.p = () => __proto__;",
    ["__proto__", "exports.p"],
    [],
  ],
];

for (const [what, text, accessors, values] of TEXTS)
  test(`gives ${what} as they are, or has them read`, () => {
    const rewriting = planOf(text, "js");
    assert.deepEqual([...(rewriting.accessors ?? [])].sort(), accessors);
    assert.deepEqual(rewriting.values ?? [], values);
  });

test("has all names of TypeScript read, since some stand for nothing once types are gone", () => {
  const text = "export function f() {} export namespace Types { export type A = string; } export const list = [1];";
  const { accessors, values } = planOf(text, "ts");
  assert.deepEqual([accessors?.includes("f"), values], [true, undefined]);
});

test("has all names read of a text that something is put into, where they may be asked for before its end", () => {
  const { accessors, values, variant } = planOf(
    "export function f() { return g(() => 1); }\nfunction g(h) { return h(); }",
    "js",
  );
  assert.ok(variant !== undefined);
  assert.deepEqual([accessors?.includes("f"), values], [true, undefined]);
});

function planOf(text: string, syntax: Syntax): RewritePlan {
  const outcome = analyze(text, syntax);
  assert.ok(outcome.ok);
  const { rewriting } = planLoad({ facts: outcome.facts, selection: NOTHING, syntax, isBypass: false });
  assert.ok(rewriting !== undefined);
  return rewriting;
}
