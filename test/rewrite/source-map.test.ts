import assert from "node:assert/strict";
import { SourceMap as NodeSourceMap } from "node:module";
import { test } from "node:test";
import { rewrite } from "../../loader/rewrite/rewrite.ts";
import { complete } from "../../loader/rewrite/complete.ts";
import { earlierMap, mapInReference, sourceMapReference } from "../../loader/rewrite/earlier-map.ts";
import { inlineMap, parseMap, sourceMap } from "../../loader/rewrite/source-map.ts";
import { textWithFacts } from "./facts.ts";

const url = "file:///dir/a.js";
const { text, functions } = textWithFacts(
  "function f(a) {‹ return g(a) ›}\r\nconst h = (x) => ‹y => ‹boom(x, y)››\n  \tf(1); h(2)(3)",
  { parameters: ["a"] },
  { form: "arrow", parameters: ["x"] },
  { form: "arrow", parameters: ["y"], captures: ["x"] },
);
const rewritten = rewrite({ text, functions });
const mappings = rewritten.mappings ?? assert.fail("no mappings");

function placeOf(haystack: string, needle: string): { line: number; column: number } {
  const before = haystack.slice(0, haystack.indexOf(needle)).split("\n");
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

test("every word of the text is found at its own line and column", () => {
  const map = new NodeSourceMap(sourceMap({ url, text, mappings }) as never);
  for (const word of ["f(a)", "g(a)", "boom", "x, y", "y)", "f(1)", "h(2)", "(3)", "=> y", "y => "]) {
    if (!rewritten.code.includes(word)) continue;
    const generated = placeOf(rewritten.code, word);
    const entry = map.findEntry(generated.line, generated.column) as {
      originalSource: string;
      originalLine: number;
      originalColumn: number;
    };
    assert.deepEqual(
      { source: entry.originalSource, line: entry.originalLine, column: entry.originalColumn },
      { source: url, ...placeOf(text, word) },
      word,
    );
  }
});

test("carries the text, in a comment that Node's pattern finds behind one that was there", () => {
  const map = sourceMap({ url, text, mappings });
  const reference = sourceMapReference(`//# sourceMappingURL=a.js.map\n${inlineMap(map)}`);
  assert.ok(reference !== undefined && reference.startsWith("data:"));
  assert.deepEqual(mapInReference(reference), map);
  assert.deepEqual(map.sourcesContent, [text]);
});

test("a text that was made from another one is followed to that", () => {
  const earlier = {
    version: 3 as const,
    sources: ["../src/a.ts"],
    sourcesContent: ["// original"],
    names: [],
    mappings: "AACE;AAEA",
  };
  const combined = sourceMap({ url, text, mappings, earlier });
  const entry = new NodeSourceMap(combined as never).findEntry(0, 40) as {
    originalSource: string;
    originalLine: number;
    originalColumn: number;
  };
  assert.deepEqual([entry.originalSource, entry.originalLine, entry.originalColumn], ["file:///src/a.ts", 1, 2]);
  assert.deepEqual(combined.sourcesContent, ["// original"]);
});

test("references that hold no map give none", () => {
  assert.equal(sourceMapReference("const a = 1"), undefined);
  for (const reference of [
    "a.js.map",
    "data:text/plain,{}",
    "data:application/json,{",
    "data:application/json,%",
    "data:application/json,null",
    'data:application/json,{"sections":[]}',
  ]) {
    assert.equal(mapInReference(reference), undefined, reference);
  }
  const map = { version: 3, sources: ["a"], names: [], mappings: "" };
  assert.deepEqual(
    mapInReference(`data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(map))}`),
    map,
  );
  assert.throws(
    () =>
      parseMap(() => {
        throw new TypeError("not ours");
      }),
    TypeError,
  );
});

test("the map of a text is found in its comment or beside it, its sources from where it stands", () => {
  const map = { version: 3, sourceRoot: "../src/", sources: ["a.ts", null], names: [], mappings: "AAAA" };
  const expected = ["file:///src/a.ts", null];
  const json = JSON.stringify(map);
  const inline = `//# sourceMappingURL=data:application/json;base64,${Buffer.from(json).toString("base64")}`;
  assert.deepEqual(earlierMap("file:///out/a.js", inline, () => assert.fail("nothing to read"))?.sources, expected);
  const read: string[] = [];
  const beside = earlierMap("file:///out/a.js", "//# sourceMappingURL=../maps/a.js.map\n", (place) => {
    read.push(place.href);
    return json;
  });
  assert.deepEqual([beside?.sources, read], [expected, ["file:///maps/a.js.map"]]);
  assert.equal(
    earlierMap("file:///out/a.js", "//# sourceMappingURL=a.js.map", () => undefined),
    undefined,
  );
  assert.equal(
    earlierMap("file:///out/a.js", "//# sourceMappingURL=https://example.com/a.js.map", () =>
      assert.fail("not a file"),
    ),
    undefined,
  );
  assert.equal(
    earlierMap("file:///out/a.js", "a", () => assert.fail("nothing to read")),
    undefined,
  );
});

test("a text without insertions needs no map", () => {
  const untouched = rewrite({ text, functions: [] });
  assert.deepEqual([untouched.code, untouched.mappings], [text, undefined]);
  const whole = complete(untouched, { url, text, textHash: "h", accessors: ["f"], withMap: true });
  assert.ok(whole.startsWith(text));
  assert.equal(sourceMapReference(whole), undefined);
});

test("what is complete has code, tail and map, in this order", () => {
  const whole = complete(rewritten, { url, text, textHash: "h", accessors: [], withMap: true });
  assert.ok(whole.startsWith(`${rewritten.code}\n;function $ac(`));
  assert.deepEqual(mapInReference(sourceMapReference(whole) ?? ""), sourceMap({ url, text, mappings }));
  const bare = complete(rewritten, { url, text, textHash: "h", accessors: [], withMap: false });
  assert.equal(sourceMapReference(bare), undefined);
  assert.ok(whole.startsWith(bare));
});
