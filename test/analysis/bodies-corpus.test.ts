import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "../../loader/analysis/syntax/parse.ts";
import { rewrite } from "../../loader/rewrite/rewrite.ts";
import { sourceFiles } from "./corpus.ts";
import { functionsOf } from "./functions-of.ts";

test("every function of real programs can be rewritten, and the text is still one", () => {
  let rewritten = 0;
  for (const { path, text } of sourceFiles(8)) {
    const { facts } = functionsOf(text, "js");
    const targets = facts.filter(({ impossible }) => impossible === undefined);
    const parsed = parse(rewrite({ text, functions: targets }).code, "js");
    assert.equal(parsed.ok ? undefined : parsed.message, undefined, path);
    rewritten += targets.length;
  }
  assert.ok(rewritten > 1_000, String(rewritten));
});
