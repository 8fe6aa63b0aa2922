import assert from "node:assert/strict";
import { test } from "node:test";
import type { Syntax } from "../../loader/analysis/syntax/syntax.ts";
import { links } from "./links.ts";

type Row = readonly [text: string, name: string, expected: string, syntax?: Syntax];

function table(subject: string, rows: readonly Row[]): void {
  test(subject, () => {
    for (const [text, name, expected, syntax] of rows) assert.equal(links(text, name, syntax), expected, text);
  });
}

table("blocks and loops have scopes of their own", [
  ["let x; { let x; x } x", "x", "0 1 1 0"],
  ["x; function f() { x; { var x } } x", "x", "g 2 2 g"],
  ["let x; for (let x = x; x; x++) x; x", "x", "0 1 1 1 1 1 0"],
  ["let x; for (const x of x) { let x; x } x", "x", "0 1 1 3 3 0"],
  ["let y; for (var x in y) { let y; y } x", "y", "0 0 2 2"],
  ["let x; for (x of [x]) x", "x", "0 0 0 0"],
  ["let x; switch (x) { case x: let x; x } x", "x", "0 0 3 3 3 0"],
  ["let x; try {} catch (x) { x; { let x; x } } x", "x", "0 1 1 3 3 0"],
  ["let x; try {} catch ({ x, y = x }) { x }", "x", "0 1 1 1"],
  ["let x; try { let x } catch { x } finally { x }", "x", "0 1 0 0"],
  ["let x; x: for (;;) { continue x; break x } x", "x", "0 - - - 0"],
  ["{ using x = a; x } x", "x", "0 0 g"],
  ["var x; { class x {} x } x", "x", "0 1 1 0"],
  ["with (x) { let x; x } x", "x", "g 1 1 g", "js"],
  ["if (a) { var x } else x; do var x; while (x)", "x", "0 0 0 0"],
]);

table("var goes to the function around", [
  [
    "function f() { for (var x of y) { try { var x } finally { switch (1) { case 1: var x } } } x } x",
    "x",
    "0 0 0 0 g",
  ],
  ["x; label: while (1) var x", "x", "1 1"],
  ["try {} catch (x) { var x = 1; x } x", "x", "0 0 0 1"],
  ["export var x = 1; x", "x", "0 0"],
  ["for (var x, y = x;;) x", "x", "0 0 0"],
]);

table("functions in blocks also make a variable in sloppy code only", [
  ["f; { function f() {} f } f", "f", "1 1 1 1", "js"],
  ["'use strict'; f; { function f() {} f } f", "f", "g 1 1 g", "js"],
  ["f; { function f() {} f } export {}; f", "f", "g 1 1 g", "js"],
  ["const f = 1; { function f() {} f } f", "f", "0 1 1 0", "js"],
  ["const f = 1; function g() { { function f() {} f } f }", "f", "0 1 1 1", "js"],
  ["const f = 1; function g() { { async function f() {} f } f }", "f", "0 1 1 0", "js"],
  ["const f = 1; function g() { { function* f() {} f } f }", "f", "0 1 1 0", "js"],
  ["const f = 1; function g() { let f; { function f() {} } f }", "f", "0 1 2 1", "js"],
  ["const f = 1; function g(f) { { function f() {} f } f }", "f", "0 1 2 2 1", "js"],
  ["const f = 1; function g() { { let f; { function f() {} f } f } f }", "f", "0 1 2 2 1 0", "js"],
  ["const f = 1; function g() { for (let f;;) { function f() {} f } f }", "f", "0 1 2 2 0", "js"],
  ["const f = 1; function g() { try {} catch (f) { { function f() {} } } f }", "f", "0 1 2 2", "js"],
  ["const f = 1; function g() { try {} catch ({ f }) { { function f() {} } } f }", "f", "0 1 2 0", "js"],
  ["const f = 1; function g() { if (a) function f() {} f }", "f", "0 1 1", "js"],
  ["const f = 1; function g() { 'use strict'; if (a) { function f() {} } f }", "f", "0 1 0", "js"],
  ["const f = 1; class A { m() { { function f() {} } f } }", "f", "0 1 0", "js"],
  ["const f = 1; function g() { switch (1) { case 1: function f() {} } f }", "f", "0 1 1", "js"],
  ["function g() { label: function f() {} f } f", "f", "0 0 g", "js"],
]);

table("parameters", [
  ["function f(x, y = x) { x } x", "x", "0 0 0 g"],
  ["let x; function f(y = x) { var x; x }", "x", "0 0 2 2"],
  ["let x; function f(y) { var x; x }", "x", "0 1 1"],
  ["function f(x, y = () => x) { var x; x }", "x", "0 0 2 2"],
  ["function f(x) { var x; x }", "x", "0 0 0"],
  ["let x; (({ [x]: y }) => { let x; x })", "x", "0 0 2 2"],
  ["let x; (({ x, ...y }, [z, w = x]) => x)", "x", "0 1 1 1"],
  ["let x; (x => x)(x)", "x", "0 1 1 0"],
  ["function f(this: x, x: number) { return x }", "x", "- 1 1"],
  ["class A { constructor(private x = 1, readonly y = x) { x; this.x } }", "x", "0 0 0 -"],
  ["function f(x, x) { x }", "x", "0 0 0", "js"],
]);

table("names of functions and classes", [
  ["const f = function f() { f }; f", "f", "0 1 1 0"],
  ["const f = function f() { var f; f }; f", "f", "0 1 2 2 0"],
  ["const f = function f(f) { f }; f", "f", "0 1 2 2 0"],
  ["const A = class A extends A { static x = A; [A]() {} }; A", "A", "0 1 1 1 1 0"],
  ["class A extends A { #p = A; static { A } } A", "A", "0 0 0 0 0"],
  ["let A; @A class B { @A m(@A x) {} }", "A", "0 0 0 0"],
  ["export default function f() { f } f", "f", "0 0 0"],
  ["export default class A { a = A } A", "A", "0 0 0"],
]);

table("members of classes", [
  [
    "let x; class A { x = x; [x] = x; #x = x; x() { x } static { var x; x } get [x]() { return x } }",
    "x",
    "0 - 0 0 0 - 0 - 0 9 9 0 0",
  ],
  ["let x; class A { accessor x = x; m() { return this.#x in x } #x; }", "x", "0 - 0 - 0 -"],
  ["let x; class A { static x = (x) => x }", "x", "0 - 2 2"],
]);

table("property names, labels and meta properties are no variables", [
  [
    "let x; x.x; x[x]; x?.x; x?.[x]; ({ x: x, [x]: 1, x() {}, get x() { return 1 } })",
    "x",
    "0 0 - 0 0 0 - 0 0 - 0 0 - -",
  ],
  ["let x; ({ x })", "x", "0 0"],
  ["let meta, target; import.meta; function f() { new.target }", "meta", "0 -"],
  ["export { x as y }; let x, y; export { y as x }", "y", "- 1 1"],
  ["export { x } from 'x'; x", "x", "- - g"],
  ["import { x as y } from 'x'; x; y", "x", "- - g"],
]);

table("assignments and destructuring", [
  ["let x; [x, ...x] = [x]; ({ x, a: x, [x]: b, ...x } = x); ({ x = x } = 1)", "x", "0 0 0 0 0 0 0 0 0 0 0"],
  ["let x; x += 1; x++; delete x.x; typeof x; (x as any) = 1; x! ||= 2", "x", "0 0 0 0 - 0 0 0"],
  ["let x; [x.y, x[x]] = 1", "x", "0 0 0 0"],
]);

table("imports", [
  ["import x, { y as z, x as w } from 'x'; import * as n from 'x'; x; z; w; n", "x", "0 - - - 0"],
  ["import * as x from 'm'; x.y", "x", "0 0"],
  ["import x = require('x'); x", "x", "0 - 0"],
  ["import n from 'm'; import x = n.x; x", "x", "0 - 0"],
  ["import x from 'm'; export = x", "x", "0 0"],
  ["import x from 'm'; export { x }; export default x", "x", "0 0 0"],
]);

table("what is erased takes no part", [
  ["import type x from 'm'; import { type x as y } from 'n'; let a: x; a as x", "x", "- - - -"],
  ["import x from 'm'; let a: typeof x, b = <x>a, c = a as x, d = a satisfies x; x", "x", "0 - - - - 0"],
  ["let x; f<typeof x>(x); new F<x>(x); f<x>; class A<x> extends B<x> implements x {}", "x", "0 - 0 - 0 - - - -"],
  ["let x; function f(a): a is x { return x }; function g(x): asserts x {}", "x", "0 - 0 3 -"],
  ["declare const x: 1; declare function x(): void; declare class x {}; declare namespace x {}; x", "x", "- - - - g"],
  [
    "interface x { x: x } type y = x; declare global { var x: 1 } declare module 'x' { export const x: 1 } x",
    "x",
    "- - - - - - - g",
  ],
  ["function x(a: 1): 1; function x(a: 2): 2; function x(a) { return x }", "x", "- - 2 2"],
  ["interface x {} export { x }; export type { x as y }", "x", "- - -"],
  [
    "abstract class A { abstract x: typeof x; declare y: x; z(x: number): void; z(x) { x } [key: string]: x }",
    "x",
    "- - - - 4 4 -",
  ],
  ["namespace x { export interface y {} } x", "x", "- g"],
  ["export declare const x: 1; export declare function y(): 1; x", "x", "- g"],
  ["let x = y! as x", "x", "0 -"],
]);

table("enums", [
  ["enum E { x, y = x, z = E.x } x", "x", "0 0 - g"],
  ["enum E { x } enum E { y = x }", "x", "0 0"],
  ["enum E { 'x', y = x } x", "x", "- g g"],
  ["let x; const enum E { y = x }", "x", "0 0"],
  ["function f() { enum E { a } return E } E", "E", "0 0 g"],
]);

table("namespaces", [
  ["namespace N { export const x = 1; x } namespace N { x; let y } x", "x", "0 0 0 g"],
  ["namespace N { const x = 1; x } namespace N { x }", "x", "0 0 g"],
  ["namespace N { f(x) } namespace N { export let x }", "x", "1 1"],
  ["namespace A.B { export const x = 1 } namespace A.B { x } namespace A { x; B.x }", "x", "0 0 g -"],
  ["namespace A { let x; export namespace B { x } } namespace A { export namespace B { x } }", "x", "0 0 g"],
  ["namespace N { export function x() { x } export class y { a = x } }", "x", "0 0 0"],
  ["function N() {} namespace N { export const a = N } N", "N", "0 0 0 0"],
  ["namespace N { export import x = M.x; x } namespace N { x }", "x", "0 - 0 0"],
  ["namespace N { var x; export enum E { x } x }", "x", "0 1 0"],
]);

table("JSX names", [
  ["let x, X; <x><X.y x={x}><x.y /></X.y></x>", "x", "0 - - 0 0 -", "tsx"],
  ["let X; <X a={X}>{X}<X.X /></X>", "X", "0 0 0 0 0 - 0", "jsx"],
  ["<X:x X-x />", "X", "- -", "jsx"],
  ["let a; <this.a b={<><a-b a='1' {...a} /></>} />", "a", "0 - - - 0", "js"],
]);

table("arguments", [
  ["arguments; function f() { arguments; () => arguments } (() => arguments)()", "arguments", "g - - g", "js"],
  ["function f() { var arguments; arguments }", "arguments", "0 0", "js"],
  ["function f(arguments) { (() => arguments)() }", "arguments", "0 0", "js"],
]);
