import assert from "node:assert/strict";
import { test } from "node:test";
import type { Syntax } from "../../loader/analysis/syntax/syntax.ts";
import { functionsOf } from "./functions-of.ts";

/** Names in source order; those that a pattern without `#` picks are marked with `!`, anonymous ones are `-`. */
const rows: readonly (readonly [text: string, names: string, syntax?: Syntax])[] = [
  ["function price() {}", "price!"],
  ["export async function price() {} export function* all() {}", "price! all!"],
  ["const f = () => 1, g = function () {}, h = function own() {}; export let k = async () => 1", "f! g! h! k!"],
  ["export default function () {}", "default!"],
  ["export default function named() {}", "named!"],
  ["export default () => 1", "default!"],
  ["export default (async () => 1)", "default!"],
  ["const f = (() => 1) as F, g = <G>(() => 1), h = (() => 1)!, i = (() => 1) satisfies I", "f! g! h! i!"],
  ["let f; f = () => 1; f ??= function own() {}", "f! f!"],
  ["function outer() { function inner() { const deep = () => 1 } }", "outer! outer.inner outer.inner.deep"],
  ["const outer = () => () => { const inner = () => 1 }", "outer! - outer.inner"],
  ["foo(() => { function inner() {} })", "- inner"],
  ["foo(function own() { function inner() {} })", "own own.inner"],
  [
    "class Cart { total() {} static of() {} #secret() {} get size() {} set size(v) {} constructor() {} 'a b'() {} 1() {} }",
    "Cart.total Cart.of Cart.#secret Cart.size.get Cart.size.set Cart.constructor Cart.a b Cart.1",
  ],
  [
    "class Cart { [Symbol.iterator]() {} ['lit']() {} [dynamic]() {} [(() => 1)()]() {} }",
    "Cart.[Symbol.iterator] Cart.lit - - -",
  ],
  [
    "class Cart { handler = () => 1; static make = function () {}; #p = async () => 1; accessor a = () => 1; list = [() => 1] }",
    "Cart.handler Cart.make Cart.#p Cart.a -",
  ],
  [
    "const Cart = class { total() {} }, Other = class Own { total() {} }; foo(class { m() {} }, class Own { m() {} })",
    "Cart.total Other.total m Own.m",
  ],
  ["export default class { total() {} }", "default.total"],
  ["export default class Cart { total() {} }", "Cart.total"],
  ["function make() { return class { total() {} } }", "make! make.total"],
  ["function make() { class Cart { total() {} } }", "make! make.Cart.total"],
  ["class Cart { total() { const sum = () => 1 } static { function init() {} } }", "Cart.total Cart.total.sum init"],
  ["class A extends mixin(class B { m() {} }) { n() {} }", "B.m A.n"],
  [
    "const api = { load() {}, save: () => 1, get x() { return 1 }, v1: { load: function () {} }, ['k']: () => 1, [k]: () => 1 }",
    "api.load api.save api.x api.v1.load api.k -",
  ],
  ["export default { load() {} }", "default.load"],
  ["foo({ load() {} })", "load"],
  ["const api = { load: memo(() => 1), list: [() => 1] } as const", "- -"],
  ["exports.f = function () {}; module.exports.g = () => 1; exports['h'] = () => 1", "f! g! h!", "js"],
  ["module.exports = function () {}", "default!", "js"],
  ["module.exports = { f() {}, g: () => 1, h: { k() {} } }", "f! g! h.k", "js"],
  ["exports = module.exports = (x) => x", "default!", "js"],
  ["export = function () {}", "default!"],
  ["exports.Cart = class { total() {} }", "Cart.total", "js"],
  ["function exports() {} exports.f = () => 1", "exports! exports.f", "js"],
  [
    "X.prototype.m = function () {}; X.s = () => 1; X.prototype = { n() {} }; a.b['c'].d = () => 1; x[y] = () => 1",
    "X.m X.s X.n a.b.c.d -",
    "js",
  ],
  ["function F() { this.go = () => 1 }", "F! F.go", "js"],
  ["if (a) { function f() {} const g = () => 1; exports.h = () => 1 }", "f g h", "js"],
  [
    "namespace N { export function f() {} namespace M { export const g = () => 1 } } namespace A.B { export function h() {} }",
    "N.f N.M.g A.B.h",
  ],
  [
    "(function () {})(); new Foo(function () {}); [() => 1]; const { a = () => 1 } = {}; (function own() {})()",
    "- - - - own",
  ],
  [
    "function f(): 1; function f(a: 1): 1; function f(a?: 1) { return 1 as const } declare function g(): 1; abstract class A { abstract m(): 1 }",
    "f!",
  ],
];

test("functions have the names that patterns write", () => {
  for (const [text, names, syntax] of rows) {
    const found = functionsOf(text, syntax).facts.map(
      ({ name, isTopLevel }) => (name ?? "-") + (isTopLevel ? "!" : ""),
    );
    assert.equal(found.join(" "), names, text);
  }
});

test("a name's place is told, or the function's where it has none", () => {
  const text =
    "\n  const f = () => 1;\nclass A { get  x() { return () => 2 } }\nexport default () => 3;\nexports.g = () => 4";
  const places = functionsOf(text).facts.map(({ name, line, column }) => `${name} ${line}:${column}`);
  assert.deepEqual(places, ["f 2:9", "A.x 3:16", "undefined 3:29", "default 4:16", "g 5:9"]);
});

test("functions are numbered in source order, those around before those inside", () => {
  const text =
    "@d(() => 1) class A { [(() => 2)()](a = () => 3) { return () => 4 } x = () => 5 } (() => 6)(`${() => 7}`)";
  const { facts, nodes } = functionsOf(text);
  const begin = (start: number | null | undefined): string => text.slice(start ?? 0, (start ?? 0) + 7);
  assert.equal(
    facts.map(({ start }) => begin(start)).join(),
    "() => 1,[(() =>,() => 2,() => 3,() => 4,() => 5,() => 6,() => 7",
  );
  assert.deepEqual(
    nodes.map(({ start }) => begin(start)),
    facts.map(({ start }) => begin(start)),
  );
  assert.deepEqual(
    facts.map(({ index }) => index),
    nodes.map((_, index) => index),
  );
});

test("the form is told", () => {
  const text = `function a() {} (function () {}); () => 1; ({ b() {}, get c() { return 1 }, set c(v) {} });
    class A { constructor() {} d() {} static e() {} #f() {} get g() { return 1 } set g(v) {} static async *h() {} }`;
  const forms = functionsOf(text).facts.map(({ form, isStatic, isAsync, isGenerator }) =>
    [form, isStatic && "static", isAsync && "async", isGenerator && "generator"].filter(Boolean).join(" "),
  );
  assert.deepEqual(forms, [
    "declaration",
    "expression",
    "arrow",
    "object-method",
    "getter",
    "setter",
    "constructor",
    "class-method",
    "class-method static",
    "class-method",
    "getter",
    "setter",
    "class-method static async generator",
  ]);
});
