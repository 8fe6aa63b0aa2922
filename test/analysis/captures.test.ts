import assert from "node:assert/strict";
import { test } from "node:test";
import type { FunctionFacts } from "../../loader/analysis/functions/function-facts.ts";
import { wire } from "../../loader/digest/graph/wiring.ts";
import type { Syntax } from "../../loader/analysis/syntax/syntax.ts";
import { functionNamed, functionsOf } from "./functions-of.ts";

/** `captures; helpers` of the function named `t` inside, helpers by name. */
function taken(text: string, syntax?: Syntax): string {
  const { facts } = functionsOf(text, syntax);
  const target = facts.find(({ name }) => name?.split(".").at(-1) === "t");
  assert.ok(target, text);
  const helpers = wire(facts, target.index)
    .functions.slice(1)
    .sort((a, b) => a - b)
    .map((index) => facts[index]?.name);
  return `${target.captures.join(" ")}; ${helpers.join(" ")}${target.impossible === undefined ? "" : `; ${target.impossible}`}`;
}

const rows: readonly (readonly [text: string, expected: string, syntax?: Syntax])[] = [
  // Variables
  ["import i from 'i'; const m = 1; function t() { return m + i + g }", "; "],
  ["function o(a, { b }) { let c; var d; return function t() { return a + b + c + d + e } }", "a b c d; "],
  ["function o() { const a = 1; function t(b = a) { return b } }", "a; "],
  ["function o() { let a; const t = () => { a = 1 } }", "a; "],
  ["function o(a) { const t = () => { a++; [a] = []; for (a of []) ; } }", "a; "],
  ["function o(a) { function t(a) { return a } }", "; "],
  ["function o(a) { function t() { return { a: 1, b: x.a } } }", "; "],
  ["function o(a) { function t() { return () => class { m() { return a } } } }", "a; "],
  ["function o(a) { return class { t() { return a } } }", "a; "],
  ["function o(a) { return { t() { return { a } } } }", "a; "],
  ["for (const a of []) { const t = () => a }", "a; "],
  ["try {} catch (e) { const t = () => e }", "e; "],
  ["{ let a = 1; function t() { return a } } export {}", "a; "],
  ["class A { static { const a = 1; const t = () => a } }", "a; "],
  ["function o(X) { const t = () => <X.y a={b} /> }", "X; ", "tsx"],
  ["function o(a: T) { function t(): typeof a { return 1 as unknown as typeof a } }", "; "],
  ["namespace N { let a = 1; export const b = 2; export function t() { return a + b } }", "a b; "],
  ["function o(arguments) { const t = () => arguments }", "arguments; ", "js"],

  // Classes and other values of functions
  ["function o() { class P {} function t() { return new P() } }", "P; "],
  ["const A = class B { t() { return B } }", "B; "],
  ["function o() { const h = memo(() => 1); const t = () => h() }", "h; "],
  ["function o() { let h = () => 1; h = () => 2; const t = () => h() }", "h; "],
  ["function o() { var h = () => 1; const t = () => h() }", "h; "],
  ["function o() { function h() {} h = 1; const t = () => h() }", "h; ", "js"],
  ["function o() { function h() {} function h() {} const t = () => h() }", "h; ", "js"],
  ["function o() { { function h() {} } const t = () => h() }", "h; ", "js"],
  ["function o(h) { function h() {} const t = () => h() }", "h; ", "js"],
  ["for (let i = 0, h = () => i; ; ) { const t = () => h() }", "h; "],

  // Helpers
  ["function o() { function h() {} const t = () => h() }", "; o.h"],
  ["function o() { const h = () => 1; const t = () => h() }", "; o.h"],
  ["function o() { const h = (() => 1) as H; const t = () => h() }", "; o.h"],
  ["function o(a) { const h = () => a; const t = () => h() }", "a; o.h"],
  ["function o(a, b) { const h = () => k() + b; function k() { return a } const t = () => h() }", "a b; o.h o.k"],
  ["function o(a, b, c) { const h = () => b + a; const t = () => c + h() }", "c a b; o.h"],
  ["function o(a) { function t() { return h() } function h() { return t() + a } }", "a; o.h"],
  ["function o(a) { function t() { return t() } }", "; "],
  ["foo(function t(n) { return t(n - 1) })", "; "],
  ["const f = function own(a) { const t = () => own(a) }", "a; f"],
  ["function o(a) { const f = function own() { return a }; const t = () => f() }", "a; o.f"],
  ["function o(a) { function t() { const h = () => a; return h() } }", "a; "],
  ["namespace N { const a = 1; function h() { return a } export function t() { return h() } }", "a; N.h"],
  ["function o() { { const a = 1; function h() { return a } const t = () => h() } }", "a; o.h"],

  // Names that mean something else at the function's place
  ["function o(k) { const h = () => k; function t(k) { return h() + k } }", "k; o.h; capture-shadowed"],
  ["function o(k) { const h = () => k; { const k = 1; function t() { return h() } } }", "k; o.h; capture-shadowed"],
  ["function o(k) { const h = () => k; const f = function k() { const t = () => h() } }", "k; o.h; capture-shadowed"],
  ["function o(k) { const h = () => k; function t() { const k = 2; return h() + k } }", "k; o.h"],
  ["function o(k) { function t() { const k = 2; { const k = 3 } return k } }", "; "],
];

test("a function takes variables and helpers from the functions around it", () => {
  for (const [text, expected, syntax] of rows) assert.equal(taken(text, syntax), expected, text);
});

test("more variables than a call could list are too many", () => {
  const many = (count: number): string => {
    const names = Array.from({ length: count }, (_, i) => `v${i}`);
    return `function o(${names.join()}) { const h = () => [${names.join()}]; function t() { return h() } }`;
  };
  assert.equal(functionNamed(many(100), "o.t").captures.length, 100);
  assert.equal(functionNamed(many(100), "o.t").impossible, undefined);
  assert.equal(functionNamed(many(101), "o.t").impossible, "too-many-captures");
});

/** What the function named `t` uses of its call: `t`his, `a`rguments, `n`ew.target. */
const implicit: readonly (readonly [text: string, uses: string, syntax?: Syntax])[] = [
  ["function t() { return this }", "t"],
  ["const t = () => this", "t"],
  ["function t() { return () => () => this.a }", "t"],
  ["function t() { return function () { return this } }", ""],
  ["function t() { return { m() { return this }, get a() { return arguments } } }", ""],
  ["function t() { return class { a = this; static { this } m() { this } constructor() { new.target } } }", ""],
  ["function t() { return class extends this.a { [this.b] = 1; @(this.c) m() {} } }", "t"],
  ["function t() { return class { [arguments[0]]() {} } }", "a"],
  ["class A extends B { t() { return super.t() } }", "t"],
  ["({ t() { return () => super.t } })", "t"],
  ["function t() { return arguments }", "a"],
  ["function t() { return () => arguments[0] }", "a"],
  ["function t() { return { arguments: 1 }.arguments }", ""],
  ["function t(arguments) { return arguments }", "", "js"],
  ["function t() { var arguments; }", "a", "js"],
  ["const t = () => arguments", "", "js"],
  ["function t() { return new.target }", "n"],
  ["function t() { return () => new.target && this && arguments }", "tan"],
  ["function t(this: A) { return 1 as this }", ""],
  ["function t() { return <this.a b={1} /> }", "t", "tsx"],
  ["function t(a = this.b) { return a }", "t"],
  ["class A { m() { const h = () => this.x; const t = () => h() } }", "t"],
  ["class A { m() { const h = () => k(), k = () => this; const t = () => h() } }", "t"],
  ["function m() { const h = () => arguments; const t = () => h() }", "a"],
  ["class A { m() { const h = function () { return this }; const t = () => h() } }", ""],
];

test("what a function uses of its call is told, through arrows, too", () => {
  for (const [text, uses, syntax] of implicit) {
    const fn = functionsOf(text, syntax).facts.find(({ name }) => name?.split(".").at(-1) === "t");
    assert.equal(used(fn), uses, text);
    assert.equal(fn?.impossible, undefined, text);
  }
});

function used(fn: FunctionFacts | undefined): string {
  return `${fn?.usesThis ? "t" : ""}${fn?.usesArguments ? "a" : ""}${fn?.usesNewTarget ? "n" : ""}`;
}

test("an arrow of another function's `this` hides what it reads", () => {
  assert.equal(
    taken("class A { m() { const h = () => this.x; function t() { return h() } } }"),
    "; A.m.h; capture-shadowed",
  );
  assert.equal(
    taken("function o() { const h = () => arguments; return { t() { return h() } } }"),
    "; o.h; capture-shadowed",
  );
  assert.equal(
    taken("const h = () => this; function o() { const k = () => this; { function t() { return h() } } } export {}"),
    "; ",
  );
});

const privates: readonly (readonly [text: string, fields: string])[] = [
  ["class A { #a; #b = 1; static #c; #m() {} get #g() { return 1 } t() {} }", "#a #b"],
  ["class A { #a; static #c = 1; static t() {} }", "#c"],
  ["class A { #a; t = () => this.#a }", "#a"],
  ["class A { #a; m() { const t = () => this.#a } }", "#a"],
  ["class A { #a; m() { function t() { return this } } }", ""],
  ["class A { #a; m() { return class { #b; t() { return this.#b } } } }", "#b"],
  ["class A { accessor #a; get t() { return this.#a } }", "#a"],
  ["class A { static #a; static { const t = () => this.#a } }", "#a"],
];

test("the private fields that `this` has are told", () => {
  for (const [text, fields] of privates) {
    const fn = functionsOf(text).facts.find(({ name }) => name?.split(".").at(-1) === "t");
    assert.equal(fn?.privateFields.join(" "), fields, text);
  }
});
