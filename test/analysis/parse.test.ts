import assert from "node:assert/strict";
import { test } from "node:test";
import { parse, syntaxOf } from "../../loader/analysis/syntax/parse.ts";
import type { Parsed } from "../../loader/analysis/syntax/parse.ts";
import type { ModuleKind, Syntax } from "../../loader/analysis/syntax/syntax.ts";

const accepted: readonly (readonly [text: string, syntax: Syntax, sourceType: "module" | "script"])[] = [
  ["import a from 'a' with { type: 'json' }", "js", "module"],
  ["import a from 'a' assert { type: 'json' }", "js", "module"],
  ["import source a from 'a'; import defer * as b from 'b'", "js", "module"],
  ["await fetch('x')", "js", "module"],
  ["import.meta.url", "ts", "module"],
  ["return require('x'); new.target", "js", "script"],
  ["with (a) b; var let = 010; delete a", "js", "script"],
  ["#!/usr/bin/env node\n'use strict'; a", "js", "script"],
  ["<!-- legacy comment\na", "js", "script"],
  ["{ using a = b } async () => { await using c = d }", "js", "script"],
  [
    "/[\\p{L}--[a-z]]/v; a ??= b?.[c]; 1_000n; class A { #a; static {} accessor b; m() { #a in this } }",
    "js",
    "script",
  ],
  ["/(?<a>.)|(?<a>b)|(?i:x)/", "js", "script"],
  ["@a @b.c() @(d) class A { @e f() {} } export @g class B {}", "js", "module"],
  ["@a export class A { constructor(@b private c: string) {} }", "ts", "module"],
  ["<T,>(a: T) => <div>{a as any}</div>", "tsx", "script"],
  ["a = <T>b; f<T>(x); a! satisfies B; (<T>(x: T) => x)", "ts", "script"],
  ["<a.b c={1}>d</a.b>", "js", "script"],
  ["a < b > (c)", "js", "script"],
  ["import a = require('a'); export = a; enum B { C } namespace D { export const e = 1 }", "ts", "module"],
  ["export { Missing }; abstract class A { abstract b(): void } declare global {}", "ts", "module"],
  ["function f(this: A, a?: number): asserts a is 1; function f(a) {}", "ts", "script"],
];

test("reads what runs on Node, as a module or a script", () => {
  for (const [text, syntax, sourceType] of accepted) {
    const parsed = parse(text, syntax);
    assert.equal(parsed.ok ? parsed.sourceType : parsed.message, sourceType, text);
  }
});

test("the kind decides where a text could be either", () => {
  const firstStatement = (kind: ModuleKind | undefined): string | undefined => {
    const parsed = parse("{ function f() {} } f", "js", kind);
    return parsed.ok ? parsed.sourceType : undefined;
  };
  assert.deepEqual(
    [undefined, "commonjs", "module"].map((kind) => firstStatement(kind as ModuleKind)),
    ["script", "script", "module"],
  );
  assert.equal(parse("with (a) b", "js", "module").ok, false);
  assert.equal(parse("import a from 'a'", "ts", "commonjs").ok, true);
});

test("a syntax error is an outcome with its place", () => {
  const failures: readonly (readonly [text: string, syntax: Syntax, expected: Parsed])[] = [
    ["let a = ;", "js", { ok: false, message: "Unexpected token", line: 1, column: 9 }],
    ["a;\n  let b, b;", "ts", { ok: false, message: "Identifier 'b' has already been declared.", line: 2, column: 10 }],
    ["let a: string", "js", { ok: false, message: "Missing semicolon.", line: 1, column: 6 }],
    [
      "@a\nlet b",
      "ts",
      { ok: false, message: "Leading decorators must be attached to a class declaration.", line: 2, column: 1 },
    ],
  ];
  for (const [text, syntax, expected] of failures) assert.deepEqual(parse(text, syntax), expected, text);
});

test("comments are listed once, with their places", () => {
  const parsed = parse("/** a */ function f() {} // b", "ts");
  assert.deepEqual(parsed.ok && parsed.ast.comments?.map((comment) => [comment.value, comment.start]), [
    ["* a ", 0],
    [" b", 25],
  ]);
});

test("the syntax follows from the extension", () => {
  const rows: readonly (readonly [string, Syntax | undefined])[] = [
    ["file:///a/b.ts", "ts"],
    ["file:///a/b.mts?x=1.js#y.js", "ts"],
    ["file:///a/b.cts", "ts"],
    ["a/b.tsx", "tsx"],
    ["/a/b.jsx", "jsx"],
    ["b.mjs", "js"],
    ["b.cjs", "js"],
    ["b.d.ts", "ts"],
    ["b.json", undefined],
    ["node:fs", undefined],
    ["data:text/javascript,1", undefined],
    ["b", undefined],
  ];
  for (const [url, syntax] of rows) assert.equal(syntaxOf(url), syntax, url);
});
