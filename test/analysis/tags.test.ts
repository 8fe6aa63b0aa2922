import assert from "node:assert/strict";
import { test } from "node:test";
import { collectFunctions } from "../../loader/analysis/functions/collect-functions.ts";
import { collectTags } from "../../loader/analysis/functions/collect-tags.ts";
import { parse } from "../../loader/analysis/syntax/parse.ts";
import { resolveScopes } from "../../loader/analysis/scopes/resolve-scopes.ts";
import type { Syntax } from "../../loader/analysis/syntax/syntax.ts";
import type { TagFacts } from "../../loader/analysis/functions/tag-facts.ts";

function tagsOf(text: string, syntax: Syntax = "ts"): readonly (TagFacts & { readonly owner: string | undefined })[] {
  const parsed = parse(text, syntax);
  if (!parsed.ok) throw new Error(`${parsed.message} at ${parsed.line}:${parsed.column} in ${text}`);
  const functions = collectFunctions(parsed.ast, resolveScopes(parsed.ast));
  return collectTags(parsed.ast, text, functions).map((tag) => {
    const fn = tag.function === undefined ? undefined : functions[tag.function]?.facts;
    return { ...tag, owner: fn && (fn.name ?? text.slice(fn.start, fn.end)) };
  });
}

/** `T` stands for the tag in a line comment, `/T/` in a block comment. The function that it belongs to, `-` where to none. */
const rows: readonly (readonly [text: string, owner: string, syntax?: Syntax])[] = [
  ["T\nfunction f() {}", "f"],
  ["T\n\n// another comment\n/* and one */ function f() {}", "f"],
  ["/T/ function f() {}", "f"],
  ["/** Does it.\n * @astrocache ttl=1d\n * @returns nothing\n */\nfunction f() {}", "f"],
  ["/**\n @astrocache ttl=1d\n*/\nexport async function f() {}", "f"],
  ["T\nexport default function () {}", "default"],
  ["T\nexport default async () => 1", "default"],
  ["T\nexport default class { m() {} }", "-"],
  ["export default /T/ function f() {}", "f"],
  ["export default T\n () => 1", "default"],
  ["export /T/ function f() {}", "f"],
  ["export T\nconst f = () => 1", "f"],

  ["T\nconst f = () => 1", "f"],
  ["T\nexport const f = async function () {}", "f"],
  ["T\nconst f = (() => 1) as F", "f"],
  ["T\nconst f = memo(() => 1)", "-"],
  ["T\nconst f = () => 1, g = () => 2", "-"],
  ["const f = () => 1,\n  T\n  g = () => 2", "g"],
  ["const f = /T/ () => 1", "f"],
  ["const f = T\n  () => 1", "f"],
  ["const f = memo(/T/ (x) => x)", "(x) => x"],
  ["const f = memo(a, T\n x => x)", "x => x"],
  ["foo(/T/ (x => x))", "x => x"],
  ["T\nconst a = 1", "-"],
  ["let f;\nT\nf = () => 1", "f"],
  ["T\nexports.f = function () {}", "f", "js"],
  ["T\nexports.f = module.exports.g = function () {}", "g", "js"],
  ["T\nX.prototype.m = function () {}", "X.m", "js"],
  ["T\nexport = function () {}", "default"],
  ["T\n(() => 1)()", "() => 1"],

  ["function o() { T\n return () => 1 }", "() => 1"],
  ["function o() { return /T/ x => x }", "x => x"],
  ["function o() { T\n return memo(() => 1) }", "-"],
  ["function o() { T\n function f() {} }", "o.f"],
  ["function o() { T\n const f = () => 1; }", "o.f"],

  ["class A { T\n m() {} }", "A.m"],
  ["class A {\n /T/ static async m() {} }", "A.m"],
  ["class A { static /T/ m() {} }", "A.m"],
  ["class A { a = 1;\n T\n get b() { return 1 } }", "A.b"],
  ["class A { T\n private readonly h = () => 1 }", "A.h"],
  ["class A { T\n h = 1 }", "-"],
  ["class A { T\n @d() @e m() {} }", "A.m"],
  ["class A { @d()\n T\n m() {} }", "A.m"],
  ["class A { @d /T/ @e m() {} }", "A.m"],
  ["T\nclass A { m() {} }", "-"],
  ["T\n@d class A { m() {} }", "-"],
  ["const api = { T\n load() {}, save: 1 }", "api.load"],
  ["const api = {\n load: 1,\n /T/ save: async () => 1 }", "api.save"],
  ["const api = { load: /T/ function () {} }", "api.load"],

  ["T\nfunction f(): 1;\nfunction f(a: 1): 1;\nfunction f(a?: 1) { return 1 as const }", "f"],
  ["function f(): 1;\nT\nfunction f(a: 1): 1;\nfunction f(a?: 1) { return 1 as const }", "f"],
  ["T\nexport function f(): 1;\nexport function f(a?: 1) { return 1 as const }", "f"],
  ["T\nexport default function (): 1;\nexport default function (a?: 1) { return 1 as const }", "default"],
  ["class A { T\n m(): 1; m(a?: 1) { return 1 as const } }", "A.m"],
  ["class A { T\n static m(): 1; static m(a?: 1) { return 1 as const } m() {} }", "A.m"],
  ["T\ndeclare function f(): 1;\nfunction g() {}", "-"],
  ["abstract class A { T\n abstract m(): 1; m2() {} }", "-"],
  ["T\ninterface F { (): 1 }", "-"],

  ["foo(); T\nfunction f() {}", "-"],
  ["foo() T\nfunction f() {}", "-"],
  ["const f = () => 1; T\nconst g = () => 2", "-"],
  ["foo(); /T/ function f() {}", "f"],
  ["foo(); /* a */ T\nfunction f() {}", "-"],
  ["function f() { T\n}", "-"],
  ["function f() {}\nT", "-"],
  ["T\nimport a from 'a'; function f() {}", "-"],
  ["T\nif (a) function f() {}", "-", "js"],
  ["const a = <div>{/T/ () => 1}</div>", "() => 1", "tsx"],
];

test("a tag belongs to the function that begins right behind it", () => {
  for (const [short, owner, syntax] of rows) {
    const text = short.replace("/T/", "/* @astrocache */").replace(/(?<![\w/])T(?=\n|$)/, "// @astrocache");
    assert.deepEqual(
      tagsOf(text, syntax).map((tag) => tag.owner ?? "-"),
      [owner],
      text,
    );
  }
});

test("the text behind a tag and its place are told", () => {
  const text = [
    "// @astrocache ttl=1d ignore=logger  ",
    "function a() {}",
    "  /*@astrocache*/ const b = () => 1;",
    "/** Why.",
    " *",
    " *  @astrocache version=2 ",
    " */",
    "function c() {}\r",
    "/* one",
    "@astrocache files=./a/*.csv env=A,B\r",
    "two */ const d = () => 1;",
    "/** @astrocache a\tb */ function e() {}",
  ].join("\n");
  assert.deepEqual(
    tagsOf(text).map((tag) => `${tag.owner} ${tag.line}:${tag.column} ${tag.text}`),
    ["a 1:4 ttl=1d ignore=logger", "b 3:5 ", "c 6:5 version=2", "d 10:1 files=./a/*.csv env=A,B", "e 12:5 a\tb"],
  );
});

test("two tags for one function are both told", () => {
  const tags = tagsOf("// @astrocache ttl=1d\n// @astrocache\nfunction f() {}");
  assert.deepEqual(
    tags.map(({ owner, text }) => [owner, text]),
    [
      ["f", "ttl=1d"],
      ["f", ""],
    ],
  );
});

const none: readonly string[] = [
  "// see @astrocache for more\nfunction f() {}",
  "// @astrocached\nfunction f() {}",
  "// @astrocache/foo\nfunction f() {}",
  "// @astrocache-off\nfunction f() {}",
  "// astrocache\nfunction f() {}",
  "// my@astrocache\nfunction f() {}",
  "/* one, @astrocache */ function f() {}",
  "const a = '// @astrocache'; function f() {}",
  "const a = `\n// @astrocache\n`; function f() {}",
  "const a = /[/* @astrocache */]/; function f() {}",
  "const a = '/*'; function f() { return '@astrocache */' }",
];

test("what only looks like a tag is none", () => {
  for (const text of none) assert.deepEqual(tagsOf(text), [], text);
});
