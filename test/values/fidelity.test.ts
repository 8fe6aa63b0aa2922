import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fidelityDocument } from "./fidelity.ts";

test("docs/fidelity.md is what the battery gives", async () => {
  const written = readFileSync(new URL("../../../docs/fidelity.md", import.meta.url), "utf8");
  assert.equal(written, await fidelityDocument(), "run node dist/test/values/write-fidelity.js");
});
