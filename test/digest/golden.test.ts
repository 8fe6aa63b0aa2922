import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { currentGolden, type Golden, goldenFile } from "./golden.ts";

test("digests change only together with one of their versions", () => {
  const golden = JSON.parse(readFileSync(goldenFile, "utf8")) as Golden;
  const { digests, ...versions } = currentGolden();
  const { digests: known, ...knownVersions } = golden;
  assert.deepEqual(versions, knownVersions, "a version was raised: run dist/test/digest/write-golden.js");
  assert.deepEqual(
    digests,
    known,
    "raise FACTS_VERSION, CODE_DIGEST_VERSION or MODULE_DIGEST_VERSION, then run dist/test/digest/write-golden.js",
  );
});
