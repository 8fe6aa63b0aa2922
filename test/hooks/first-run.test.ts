import assert from "node:assert/strict";
import { test } from "node:test";
import { PACKED_REGISTER } from "../harness/run-node.ts";
import { Project } from "./support/project.ts";

const TARGET = "// @astrocache\nfunction twice(n) {\n  return n * 2;\n}\nconsole.log(twice(2));\n";

// The first run analyzes and rewrites, and loads what it needs for that, be it in the thread of the hooks.
for (const file of ["app.mjs", "app.cjs", "app.mts"]) {
  test(`the first run of ${file} and the next one`, async (t) => {
    const project = new Project({ [file]: TARGET, "package.json": "{}" });
    t.after(() => project.remove());
    const env = { ASTROCACHE_DIR: `${project.folder}/cache` };
    const runs = [
      await project.run(["--import", PACKED_REGISTER, file], env),
      await project.run(["--import", PACKED_REGISTER, file], env),
    ];
    assert.deepEqual(
      runs.map(({ stdout, code }) => [stdout, code]),
      [
        ["4\n", 0],
        ["4\n", 0],
      ],
      runs[0]?.stderr,
    );
    assert.match(runs[0]?.stderr ?? "", /1 miss/);
    assert.match(runs[1]?.stderr ?? "", /1 hit/);
  });
}
