import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Example } from "./example.ts";

const example = new Example("commonjs");
after(() => example.remove());

test("CommonJS, picked from outside: an edit of the helper is seen, one of the printing is not", async () => {
  const argv = ["commonjs/main.cjs"];
  const env = { ASTROCACHE: "commonjs/collatz.cjs#histogram" };
  const { stdout } = await example.plain(argv);
  const cold = await example.hooked(argv, env);
  assert.deepEqual(cold, { stdout, trace: "histogram", calls: { "commonjs/collatz.cjs#histogram": "1 new" } });
  example.edit("commonjs/bars.cjs", '"#".repeat', '"=".repeat');
  const warm = await example.hooked(argv, env);
  const calls = { "commonjs/collatz.cjs#histogram": "1 hit" };
  assert.deepEqual(warm, { stdout: stdout.replaceAll("#", "="), trace: "", calls });
  example.edit("commonjs/collatz.cjs", "3 * n + 1", "(3 * n + 1) / 2");
  const edited = await example.hooked(argv, env);
  assert.deepEqual(edited.calls, { "commonjs/collatz.cjs#histogram": "1 code-changed" });
  assert.equal(edited.stdout, (await example.plain(argv)).stdout);
});
