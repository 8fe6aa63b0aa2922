import assert from "node:assert/strict";
import { test } from "node:test";
import type { Syntax } from "../../loader/analysis/syntax/syntax.ts";
import { functionsOf } from "./functions-of.ts";

/** The body of each function stands between `‹` and `›`, that of an arrow's expression between `«` and `»`. */
const bodies: readonly string[] = [
  "function f() {‹›}",
  "function f() {‹ return 1 ›}",
  "function f(a = {}, { b } = {}) {‹ return a ›}",
  "function f() { 'use strict';‹ return 1 ›}",
  "function f() { 'use strict'‹\n return 1 ›}",
  "function f() { /* a */ 'use strict'; // b\n 'x' ; /* c */ 'y';‹ ›}",
  "x => «x»",
  "x => «(x)»",
  "x => /* a */ «( /* b */ ((x)) /* c */ )» // d",
  "x => «({ a: 1 })», y",
  "x => «(a, b)»",
  "x => «(a) ? b : c»; y",
  "x => «(function () {‹›})()»",
  "x => «y => «x + y»»",
  "(x => «(y)»)",
  "foo(x => «(x)», (y) => {‹ return y ›})",
  "async x => «await (x)»",
  "x => «`${x}`»\n",
  "(x: A): B => «x as C»",
  "(x: A): B => «(x) as C»",
  "<T,>(x: T): x is T => «(x)!»",
  "(x) => «<T>(x)»",
  "function f(this: A, a: { b: 1 }): { c: 2 } {‹ return a ›}",
  "function f(a: A): asserts a is B; function f(a): { b: 1 } {‹ return a ›}",
  "class A { m(): { a: 1 } {‹›} async *[x]() {‹›} constructor(private a: A = {}) {‹›} static get b(): {} { 'd';‹ ›} }",
  "({ m() {‹›}, get a() {‹ return 1 ›} })",
];

test("bodies are told to the character", () => {
  for (const marked of bodies) {
    const text = marked.replaceAll(/[‹›«»]/g, "");
    assert.equal(markBodies(text), marked, marked);
  }
});

/** From the end; where several bodies end at one place, the inner ones first. */
function markBodies(text: string): string {
  const marks = functionsOf(text).facts.flatMap(({ index, body }) => {
    if (body === undefined) return [];
    const [open, close] = body.isExpression ? "«»" : "‹›";
    if (body.start === body.end) return [{ at: body.start, mark: `${open}${close}`, index }];
    return [
      { at: body.start, mark: open, index },
      { at: body.end, mark: close, index },
    ];
  });
  return marks
    .toSorted((a, b) => b.at - a.at || a.index - b.index)
    .reduce((marked, { at, mark }) => marked.slice(0, at) + mark + marked.slice(at), text);
}

const parameters: readonly (readonly [text: string, parameters: string, clashes: string, syntax?: Syntax])[] = [
  ["function f() {}", "", ""],
  ["function f(a, { b, c: { d = 1 }, ...e }, [g, , h = 2, ...i], ...j) {}", "a b d e g h i j", ""],
  ["function f(this: A, a?: B) {}", "a", ""],
  ["class A { constructor(private a: 1, public readonly b = 2) {} }", "a b", ""],
  ["function f(a, a) {}", "a", "", "js"],
  ["function f(a, b) { var a; { var b } let c }", "a b", "a b"],
  ["function f(a, b) { function a() {} }", "a b", "a"],
  ["function f(a, b = 1) { for (var a of []) ; function b() {} }", "a b", "a b"],
  ["function f({ a }) { var a = 1 }", "a", "a"],
  ["function f(a) { { function a() {} } if (1) { let a } }", "a", "a", "js"],
  ["function f(a) { () => { var a; function a() {} } }", "a", ""],
  ["a => { var a }", "a", "a"],
  ["a => b => b", "a", ""],
  ["(a = 1) => class { static a() {} }", "a", ""],
  ["function f() { var arguments }", "", "arguments", "js"],
  ["function f(a = 1) { var arguments }", "a", "arguments", "js"],
  ["function f(arguments) { var arguments }", "arguments", "arguments", "js"],
  ["() => { var arguments }", "", "", "js"],
];

test("parameters and the variables that clash with them are told", () => {
  for (const [text, names, clashes, syntax] of parameters) {
    const fn = functionsOf(text, syntax).facts[0];
    assert.deepEqual([fn?.parameters.join(" "), fn?.clashes.join(" ")], [names, clashes], text);
  }
});
