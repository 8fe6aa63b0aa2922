import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { NO_COVERAGE, PACKED_REGISTER, runNode } from "../harness/run-node.ts";
import { IS_THOROUGH } from "../harness/thorough.ts";
import { temporaryFolder } from "../stores/samples.ts";
import { forms, walk } from "./walk.ts";

const STEPS = IS_THOROUGH ? 80 : 10;

/** Calls of one run. */
const CALLS = 12;

test("whatever is edited from run to run, each run with the hook prints what the one without it prints", async (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(path.join(folder, "package.json"), '{"name":"app","type":"module"}');
  const report = path.join(folder, "report.json");
  const settings = {
    ASTROCACHE: "target.js#*",
    ASTROCACHE_DIR: path.join(folder, ".cache"),
    ASTROCACHE_REPORT: report,
  };
  let hits = 0;
  let step = 0;
  for (const edits of walk(STEPS, { forms, seed: 7 })) {
    for (const [file, text] of Object.entries(edits)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    const [plain, hooked] = await Promise.all([
      runNode(["app.js"], folder, NO_COVERAGE),
      runNode(["--import", PACKED_REGISTER, "app.js"], folder, { ...NO_COVERAGE, ...settings }),
    ]);
    assert.equal(plain.exit, 0, plain.stderr);
    assert.equal(hooked.stdout, plain.stdout, `step ${step++}, after ${Object.keys(edits).join()}: ${hooked.stderr}`);
    hits += (JSON.parse(readFileSync(report, "utf8")) as { hits: number }).hits;
  }
  assert.ok(hits > (STEPS * CALLS) / 2, `${hits} hits`);
});
