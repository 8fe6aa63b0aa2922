/** `node --import astrocache/register --test examples/slow-tests/index.test.ts` */
import assert from "node:assert/strict";
import { test } from "node:test";
import { buildIndex } from "./set-up.ts";

const index = buildIndex(50_000);

test("every word has its lines", () => {
  assert.equal(index.lines.get("divisible by 7")?.size, Math.ceil(50_000 / 7));
});

test("a test may spoil what it was given", () => {
  index.lines.clear();
  assert.equal(buildIndex(50_000).lines.size, 4);
});
