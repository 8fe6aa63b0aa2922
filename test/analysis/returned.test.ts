import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "../../loader/analysis/analyze.ts";

/** The texts of the expressions that are marked, with the key under which each holds its function. */
const TABLE: readonly [string, string, readonly string[]][] = [
  ["an arrow", "const f = (n) => () => n;", ["() => n"]],
  ["curried", "const f = (a) => (b) => (c) => a + b + c;", ["(b) => (c) => a + b + c", "(c) => a + b + c"]],
  ["a function by its name", "function f(n) { function g() { return n; } return g; }", ["g"]],
  ["a constant by its name", "function f(n) { const g = () => n; return g; }", ["g"]],
  ["a variable that nothing assigns", "function f(n) { let g = () => n; return g; }", ["g"]],
  ["a variable that may change", "function f(n) { let g = () => n; if (n) g = null; return g; }", []],
  ["members of an argument at load", "take({ a: () => 1, b: { c() {} } }, [{ d: () => 2 }]);", ["a", "c", "d"]],
  ["members of an argument in a function", "function f() { take({ a: () => 1 }); }", []],
  ["members", "const f = (n) => ({ get: () => n, add(x) { return n + x; } });", ["get", "add"]],
  ["members by name", "function f(n) { const get = () => n; return { get, other: get }; }", ["get", "other"]],
  ["a constant object", "function f(n) { const api = { get: () => n }; return Object.freeze(api); }", ["get"]],
  ["an object in an object", "const f = (n) => ({ a: { get: () => n } });", ["get"]],
  ["accessors", "const f = (n) => ({ get a() { return n; } });", []],
  [
    "methods that use super",
    "const f = (p) => ({ __proto__: p, a() { return super.a(); }, b() { return 1; } });",
    ["b"],
  ],
  ["before a spread", "const f = (n, more) => ({ get: () => n, ...more, set: () => n });", ["set"]],
  ["before a computed key", "const f = (n, key) => ({ get: () => n, [key]: 1 });", []],
  ["the last of one name", "const f = (n) => ({ get: () => n, get: 1 });", []],
  ["elements", "const f = (n) => [() => n, function () { return n; }];", ["() => n", "function () { return n; }"]],
  ["one of two", "const f = (n) => (n > 1 ? () => n : n && (() => 1));", ["() => n", "() => 1"]],
  ["under types", "const f = (n) => ((() => n) as Fn)!;", ["() => n"]],
  ["in blocks", "function f(n) { if (n) { try { return () => n; } finally {} } }", ["() => n"]],
  ["a name that has another meaning there", "function f(n) { const g = () => n; { const n = 1; return g; } }", []],
  ["a function of the module", "const g = () => 1; const f = () => g;", []],
  ["a static method", "class A { static f(n) { return () => n; } }", ["() => n"]],
  ["of a function inside another", "function f() { const g = (n) => () => n; return g(1); }", []],
  ["a callback that runs elsewhere", "page.evaluate(() => { const g = (n) => () => n; return g(1)(); });", []],
  ["with an eval in it", "const f = (n) => () => eval('n');", []],
];

for (const [name, text, expected] of TABLE)
  test(`finds the functions that a function gives back: ${name}`, () => {
    const analysis = analyze(text, "ts");
    assert.ok(analysis.ok);
    const found = analysis.facts.returned.map(({ key, start, end }) => key ?? text.slice(start, end));
    assert.deepEqual(found.toSorted(), expected.toSorted());
  });
