import assert from "node:assert/strict";
import { test } from "node:test";
import { excludesFile, mayMatchFile, parsePatterns } from "../../loader/select/patterns.ts";
import { thrown } from "../config/errors.ts";

const paths: readonly (readonly [pattern: string, yes: readonly string[], no: readonly string[]])[] = [
  ["src/llm.ts", ["src/llm.ts"], ["src/llm.tsx", "lib/src/llm.ts", "llm.ts"]],
  ["./src/llm.ts", ["src/llm.ts"], []],
  ["src/*.ts", ["src/a.ts"], ["src/b/a.ts", "src/a.js"]],
  ["src/api/**", ["src/api/a.ts", "src/api/b/c.mts"], ["src/a.ts"]],
  ["**/*.ts", ["a.ts", "src/a.ts"], ["../a.ts", "node_modules/x/a.ts", "src/node_modules/x/a.ts"]],
  ["**", ["a.ts", "node_modules.ts", "a/node_modules_b/c.ts"], ["node_modules/x/a.js", ".next/a.js", "a/.b/c.js"]],
  ["**/.next/**", ["a/.next/b.js"], ["a/b.js"]],
  ["node_modules/lodash/*.js", ["node_modules/lodash/add.js"], ["node_modules/other/add.js"]],
  ["**/node_modules/**", ["node_modules/a/b.js", "x/node_modules/a/b.js"], ["a/b.js"]],
  ["../shared/**", ["../shared/a.ts"], ["shared/a.ts"]],
  ["src/{a,b}.ts", ["src/a.ts", "src/b.ts"], ["src/c.ts"]],
  ["src/+(a|b).ts", ["src/a.ts"], ["src/c.ts"]],
  ["!(src)/**", ["lib/a.ts"], ["src/a.ts"]],
  [String.raw`src/\[id\].ts`, ["src/[id].ts"], ["src/i.ts"]],
  ["src/my file.ts", ["src/my file.ts"], []],
  ["src/größe.ts", ["src/größe.ts"], []],
  ["src/**#fetch*", ["src/a.ts"], ["a.ts"]],
  ["src/**, !**/*.test.ts", ["src/a.ts"], ["src/a.test.ts"]],
  ["!**/*.test.ts, src/**", ["src/a.ts"], ["src/a.test.ts"]],
  ["src/**, !src/**#main", ["src/a.ts"], []],
  ["! src/a.ts", [], ["src/a.ts", "src/b.ts"]],
];
for (const [pattern, yes, no] of paths) {
  test(`files of ${pattern}`, () => {
    const patterns = parsePatterns(pattern);
    for (const file of yes) assert.equal(mayMatchFile(patterns, file), true, file);
    for (const file of no) assert.equal(mayMatchFile(patterns, file), false, file);
  });
}

const names: readonly (readonly [
  glob: string,
  yes: readonly (string | undefined)[],
  no: readonly (string | undefined)[],
])[] = [
  ["load", ["load"], ["loads", "reload", "Cart.load", undefined]],
  ["fetch*", ["fetch", "fetchAll"], ["Api.fetchAll", "prefetch"]],
  ["*", ["load", "default"], ["Cart.total", undefined]],
  ["**", ["load", "Cart.total", "a.b.c", undefined], []],
  ["Cart.*", ["Cart.total"], ["Cart", "Cart.total.inner", "MyCart.total"]],
  ["Cart.**", ["Cart.total", "Cart.total.inner"], ["Cart"]],
  ["**.inner", ["inner", "a.inner", "a.b.inner"], ["a.inners", "ainner"]],
  ["*.total", ["Cart.total"], ["total", "a.b.total"]],
  ["**load**", ["load", "Api.reloadAll", "load.x"], ["x"]],
  ["{get,put}Item", ["getItem", "putItem"], ["Item", "get"]],
  ["Cart.{a,b*}", ["Cart.a", "Cart.bc"], ["Cart.ab"]],
  ["v?", ["v1"], ["v", "v12", "v.", undefined]],
  ["Cart.#sum", ["Cart.#sum"], ["Cart.sum"]],
  ["$load", ["$load"], ["load"]],
  ["a+b", ["a+b"], ["aab"]],
  ["Größe", ["Größe"], ["Grosse"]],
];
for (const [glob, yes, no] of names) {
  test(`functions of #${glob}`, () => {
    const [pattern] = parsePatterns(`a.ts#${glob}`);
    for (const name of yes) assert.equal(pattern?.matchesFunction({ name, isTopLevel: false }), true, name);
    for (const name of no) assert.equal(pattern?.matchesFunction({ name, isTopLevel: true }), false, name);
  });
}

test("a pattern without # picks named functions of the top level", () => {
  const [pattern] = parsePatterns("a.ts");
  assert.equal(pattern?.matchesFunction({ name: "load", isTopLevel: true }), true);
  assert.equal(pattern?.matchesFunction({ name: "default", isTopLevel: true }), true);
  assert.equal(pattern?.matchesFunction({ name: "Cart.total", isTopLevel: false }), false);
  assert.equal(pattern?.matchesFunction({ name: undefined, isTopLevel: true }), false);
});

const flags: readonly (readonly [pattern: string, named: boolean, literal: boolean])[] = [
  ["a.ts", false, false],
  ["a.ts#*", false, false],
  ["a.ts#**", false, false],
  ["a.ts#f", true, true],
  ["a.ts#f*", true, false],
  ["*.ts#f", true, false],
  ["a.ts#Cart.*", true, false],
  ["!a.ts#f", true, false],
];
for (const [text, named, literal] of flags) {
  test(`${text} is ${named ? "" : "not "}named and ${literal ? "" : "not "}literal`, () => {
    const [pattern] = parsePatterns(text);
    assert.deepEqual([pattern?.named, pattern?.literal], [named, literal]);
  });
}

test("commas part patterns, but for those in brackets", () => {
  const texts = parsePatterns(" a.ts , src/{b,c}.ts#{d,e} ,!x/[a,b].ts").map(({ text }) => text);
  assert.deepEqual(texts, ["a.ts", "src/{b,c}.ts#{d,e}", "!x/[a,b].ts"]);
});

test("entries of the config keep their options", () => {
  const entries = [{ pattern: "a.ts,b.ts", from: "astrocache.config.ts", options: { ttl: 5 } }, "c.ts"];
  assert.deepEqual(
    parsePatterns(entries).map(({ text, options }) => [text, options]),
    [
      ["a.ts", { ttl: 5 }],
      ["b.ts", { ttl: 5 }],
      ["c.ts", {}],
    ],
  );
});

test("a whole file is excluded only by a pattern for whole files", () => {
  const patterns = parsePatterns("!a.ts, !b.ts#f");
  assert.equal(excludesFile(patterns, "a.ts"), true);
  assert.equal(excludesFile(patterns, "b.ts"), false);
});

const balance = "Balance its brackets, or put \\ before those that belong to a file's name.";
const invalid: readonly (readonly [string, string])[] = [
  ["", "a pattern is empty. Remove the comma that nothing follows or precedes."],
  ["a.ts,", "a pattern is empty. Remove the comma that nothing follows or precedes."],
  ["a.ts,,b.ts", "a pattern is empty. Remove the comma that nothing follows or precedes."],
  ["#load", 'the pattern "#load" names no file. Write a path before the #, such as src/**#fetch*.'],
  ["!", 'the pattern "!" names no file. Write a path before the #, such as src/**#fetch*.'],
  [
    "a.ts#",
    'the pattern "a.ts#" has no name behind #. Write a name such as #load, or leave the # out for every named top-level function.',
  ],
  ["a.ts#f#g", 'the pattern "a.ts#f#g" has more than one #. Put a comma between two patterns.'],
  ["a.ts#f b.ts", 'the pattern "a.ts#f b.ts" has a space behind #. Put a comma between two patterns.'],
  ["f#src/a.ts", 'the pattern "f#src/a.ts" has a path behind #. Write the path first, then # and the name.'],
  ["!!a.ts", 'the pattern "!!a.ts" has more than one !. Write one.'],
  [
    "/src/a.ts",
    'the pattern "/src/a.ts" is an absolute path. Write the path relative to the root (ASTROCACHE_ROOT, else the folder of package.json).',
  ],
  [
    String.raw`C:\a.ts`,
    String.raw`the pattern "C:\a.ts" is an absolute path. Write the path relative to the root (ASTROCACHE_ROOT, else the folder of package.json).`,
  ],
  [String.raw`src\a.ts`, String.raw`the pattern "src\a.ts" has a \ in its path. Write / between folders.`],
  ["src/", 'the pattern "src/" names a folder. Write src/** for the files below it.'],
  [
    "a[b.ts",
    `the pattern "a[b.ts" is not valid: Missing closing: "]" - use "\\\\]" to match literal characters. ${balance}`,
  ],
  ["a.ts#{f", `the pattern "a.ts#{f" is not valid: "{" is not closed. ${balance}`],
  ["a.ts#f}", `the pattern "a.ts#f}" is not valid: "}" does not fit. ${balance}`],
  ["a.ts#{a,{b}}", `the pattern "a.ts#{a,{b}}" is not valid: "{" does not fit. ${balance}`],
];
for (const [text, message] of invalid) {
  test(`${JSON.stringify(text)} is refused`, () => {
    assert.deepEqual(
      thrown(() => parsePatterns(text)),
      ["INVALID_PATTERN", `astrocache: ASTROCACHE: ${message}`],
    );
  });
}
