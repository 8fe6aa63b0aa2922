import assert from "node:assert/strict";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { parseSync } from "@babel/core";
import { tail } from "../../loader/rewrite/tail.ts";
import { rewrite } from "../../loader/rewrite/rewrite.ts";
import { textWithFacts } from "./facts.ts";

const place = { url: "file:///a.js", textHash: "h" };
const helpers = { call: "$ac", mark: "$acm", begin: "$acb" };

/** What a text may end with when the tail comes. */
const endings: Readonly<Record<string, string>> = {
  "a line break": "n++\n",
  "nothing": "n++",
  "CRLF": "n++;\r\n",
  "a comment": "n++ // end",
  "an open HTML comment": "n++ <!-- end",
  "a block comment": "n++ /* end */",
  "a source map comment": "n++\n//# sourceMappingURL=a.js.map",
  "a call that an opening parenthesis would prolong": "n++; f",
  "an if without else": "if (!n) n++",
  "a do loop": "do n++; while (0)",
  "a template": "n++; `</script>`",
  "a function": "n++; function last() {}",
  "a class": "n++; class Last {}",
  "a label": "n++; label: {}",
  "a regular expression": "n++; /[/]}/",
};

/** Of a text that calls them, and of one into which nothing was put. */
const kinds = [helpers, undefined];

for (const [what, ending] of Object.entries(endings)) {
  test(`stands behind a text that ends with ${what}`, () => kinds.forEach((kind) => observes(ending, kind)));
}

function observes(ending: string, kind: typeof helpers | undefined): void {
  const observed: string[][] = [];
  const host = {
    observe: (url: string, hash: string, accessors: object) => observed.push([url, hash, ...Object.keys(accessors)]),
  };
  const context = createContext({ [Symbol.for("astrocache")]: host });
  const text = `var n = 0; function f() {}\n${ending}`;
  runInContext(text + tail({ ...place, helpers: kind, accessors: ["n"] }), context);
  assert.equal(context["n"], 1);
  assert.deepEqual(observed, [["file:///a.js", "h", "n"]]);
}

test("is valid in TypeScript, in strict code and in modules, after a hashbang and a byte order mark", () => {
  const end = kinds.map((kind) => tail({ ...place, helpers: kind, accessors: ["a", "__proto__"] })).join("");
  const typescript = { plugins: [["@babel/plugin-syntax-typescript", { isTSX: true }]], filename: "a.tsx" };
  for (const head of [
    "",
    "#!/usr/bin/env node\n",
    "\uFEFF",
    "'use strict'",
    "type A = string",
    "declare function f(): void",
    "export default class {}",
  ]) {
    const options = { ...typescript, configFile: false, babelrc: false, sourceType: "module" } as const;
    assert.ok(parseSync(`${head}${end}`, options), head);
  }
  assert.ok(
    parseSync(`return${end}`, {
      configFile: false,
      babelrc: false,
      sourceType: "script",
      parserOpts: { allowReturnOutsideFunction: true },
    }),
  );
});

test("attaches at the first call, once for each instance of the module, and before the module has run", () => {
  const calls: unknown[][] = [];
  const host = {
    attach: (url: string, hash: string) => {
      calls.push(["attach", url, hash]);
      return (...site: unknown[]) => {
        calls.push(["call", site[0], site[1]]);
        return site[2];
      };
    },
  };
  const { text, functions } = textWithFacts("early(1); early(2); function early(n) {‹›}", { parameters: ["n"] });
  const context = createContext({ [Symbol.for("astrocache")]: host });
  runInContext(rewrite({ text, functions }).code + tail({ ...place, helpers, accessors: undefined }), context);
  assert.deepEqual(JSON.parse(JSON.stringify(calls)), [
    ["attach", "file:///a.js", "h"],
    ["call", 0, [1]],
    ["call", 0, [2]],
  ]);
});

test("hands marked functions to the host", () => {
  const host = {
    mark: (url: string, hash: string, index: number, fn: () => number, captures: () => number[]) =>
      `${url} ${hash} ${index} ${fn()} ${captures().join()}`,
  };
  const { text, functions } = textWithFacts("var r = 2; var out = String(«() => r + 1»)", {
    form: "arrow",
    captures: ["r"],
    index: 4,
  });
  const context = createContext({ [Symbol.for("astrocache")]: host });
  runInContext(
    rewrite({ text, functions: [], marks: functions.map((fn) => ({ ...fn, index: 4 })) }).code +
      tail({ ...place, helpers, accessors: undefined }),
    context,
  );
  assert.equal(context["out"], "file:///a.js h 4 3 2");
});

test("without a host bodies run, marked functions are themselves, nothing is observed", () => {
  const { text, functions } = textWithFacts(
    "function f(a) {‹ return a + arguments.length ›} var out = f(1, 2) + [1].map(«x => x + 1»)[0]",
    { parameters: ["a"], usesArguments: true },
    { form: "arrow" },
  );
  const [moved, marked] = functions;
  assert.ok(moved && marked);
  const context = createContext({});
  runInContext(
    rewrite({ text, functions: [moved], marks: [marked] }).code + tail({ ...place, helpers, accessors: ["out"] }),
    context,
  );
  assert.equal(context["out"], 5);
});

test("nothing stands behind a text that calls nothing and is not observed", () => {
  assert.equal(tail({ ...place, helpers: undefined, accessors: undefined }), "");
});

test("a program's own Symbol does not matter", () => {
  const context = createContext({
    [Symbol.for("astrocache")]: { attach: () => (_i: number, _p: unknown, body: () => unknown) => body },
  });
  const { text, functions } = textWithFacts("class Symbol {}; function f() {‹ return 7 ›} var out = f()");
  runInContext(rewrite({ text, functions }).code + tail({ ...place, helpers, accessors: undefined }), context);
  assert.equal(context["out"], 7);
});

test("accessors read when they are asked, whatever the name", () => {
  let read: Record<string, () => unknown> = {};
  const context = createContext({
    [Symbol.for("astrocache")]: { observe: (_u: string, _h: string, accessors: typeof read) => (read = accessors) },
  });
  runInContext(`var a = 1; let __proto__ = 2;${tail({ ...place, helpers, accessors: ["a", "__proto__"] })}`, context);
  runInContext("a = 3", context);
  assert.deepEqual(Object.keys(read), ["a", "__proto__"]);
  assert.deepEqual(
    Object.values(read).map((get) => get()),
    [3, 2],
  );
});

test("values are given as they are when the module has run", () => {
  const observed: object[][] = [];
  const host = { observe: (_url: string, _hash: string, ...given: object[]) => observed.push(given) };
  const context = createContext({ [Symbol.for("astrocache")]: host });
  const end = tail({ ...place, helpers: undefined, accessors: ["a"], values: ["f", "K"] });
  runInContext(`function f() {} class K {} var a = 1;${end}`, context);
  const [accessors, values] = observed[0] ?? [];
  assert.deepEqual(Object.keys(accessors ?? {}), ["a"]);
  assert.deepEqual(Object.entries(values ?? {}), Object.entries(runInContext("({ f, K })", context) as object));
});
