import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "../../loader/analysis/analyze.ts";
import type { ModuleFacts } from "../../loader/analysis/facts.ts";
import { wire, type Wiring } from "../../loader/digest/graph/wiring.ts";

/** Of the function named `t`. */
function wired(text: string): { readonly facts: ModuleFacts; readonly captures: string; readonly wiring: Wiring } {
  const analysis = analyze(text, "ts");
  if (!analysis.ok) throw new Error(`${analysis.message} in ${text}`);
  const { facts } = analysis;
  const target = facts.functions.find(({ name }) => name?.split(".").at(-1) === "t");
  assert.ok(target, text);
  return { facts, captures: target.captures.join(), wiring: wire(facts.functions, target.index) };
}

/** What a digest is made of: the functions by their own code, and how they are connected. */
function identity(text: string): string {
  const { facts, wiring } = wired(text);
  const hashes = wiring.functions.map((fn) => facts.vertices[facts.functionVertices[fn] ?? -1]?.hash);
  return [...hashes, wiring.text].join("|");
}

test("the meaning of each free name is told", () => {
  const rows: readonly (readonly [text: string, wiring: string])[] = [
    ["function t() { return 1 }", "|"],
    ["function o(a, b) { function t() { return a - b } }", "a,b|v0,v1"],
    ["function o(a) { const h = () => a; const t = () => h() }", "a|f1;v0"],
    ["function o(a, b) { const h = () => b; const t = () => a + h() }", "a,b|v0,f1;v1"],
    ["function o(a) { function h() { return t() + a } function t() { return h() } }", "a|f1;f0,v0"],
    ["function o(a) { const g = () => a, h = () => g(); const t = () => h() + g() }", "a|f1,f2;f2;v0"],
  ];
  for (const [text, expected] of rows) {
    const { captures, wiring } = wired(text);
    assert.equal(`${captures}|${wiring.text}`, expected, text);
  }
});

/** Edits that change what is computed, though each function by itself looks as before but for the names of its variables. */
const changes: readonly (readonly [before: string, after: string])[] = [
  ["const h = () => a - b; const t = () => h() + a + b", "const h = () => b - a; const t = () => h() + a + b"],
  ["const h = () => a - b; const t = () => h()", "const h = () => b - a; const t = () => h()"],
  ["const h = () => a * 2; const t = () => a + b + h()", "const h = () => b * 2; const t = () => a + b + h()"],
  [
    "const h = () => 1, k = () => 2; const t = () => h() - k()",
    "const h = () => 1, k = () => 2; const t = () => k() - h()",
  ],
  ["const h = () => 1; const t = () => h(a)", "const h = () => 1; const t = () => a(h)"],
  [
    "const h = () => k(a), k = () => m(), m = () => 1; const t = () => h() + k()",
    "const h = () => m(a), k = () => m(), m = () => 1; const t = () => h() + k()",
  ],
];

test("an edit that connects names in another way changes the identity, or the captures", () => {
  for (const [before, after] of changes) {
    const both = [before, after].map((code) => `function o(a, b) { ${code} }`);
    assert.notEqual(...(both.map((text) => `${identity(text)} ${wired(text).captures}`) as [string, string]), before);
  }
});

test("names, and code that is not reached, do not change the identity", () => {
  const same = [
    "function o(a, b) { const h = () => a + k(); const k = () => b; const t = () => h() }",
    "function o(x, y) { const p = () => x + q(); const q = () => y; const t = () => p() }",
    "function z() {} function o(b, c) { const z = () => c; function k() {} const t = () => h(); const h = () => b + z() }",
  ].map((text) => identity(text));
  assert.deepEqual(new Set(same).size, 1);
});
