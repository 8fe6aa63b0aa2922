import assert from "node:assert/strict";
import { test } from "node:test";
import { ownGraphs } from "./corpus.ts";
import { perturb } from "./perturb.ts";

/** A slice of what `npm run test:perturb` does to the whole corpus. */
const slice = ownGraphs().filter(({ name }) => ["shapes", "state", "ui"].includes(name));

test("no edit within reach leaves a digest as it was, and hardly any other changes one", async () => {
  const { edits, mustChange, mustStay, survivors } = await perturb(slice, { perModule: 1 });
  assert.ok(edits.size > 60 && mustChange > 100 && mustStay > 500, `${edits.size} ${mustChange} ${mustStay}`);
  const of = (kind: string): string[] =>
    survivors.filter((each) => each.kind === kind).map(({ rule, place, target }) => `${rule} ${place} ${target}`);
  assert.deepEqual(of("missed"), []);
  assert.ok(of("needless").length <= mustStay / 100, of("needless").join("\n"));
});
