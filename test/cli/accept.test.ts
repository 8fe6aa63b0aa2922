import assert from "node:assert/strict";
import { chmodSync, existsSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { createFormerDigests, writeAccepted } from "../../runtime/call/accepted.ts";
import { callsOf } from "../harness/calls.ts";
import { hookedProject } from "../modes/project.ts";
import { temporaryFolder } from "../stores/samples.ts";
import { stageAt } from "./stage.ts";

const LIB = `export function twice(n) { return n * 2; }
`;
const APP = `import { twice } from "./lib.js";
// @astrocache
function price(n) { return twice(n); }
// @astrocache
async function later(n) { return twice(n); }
console.log(price(1), await later(1));
`;

test("accept: what was stored before an edit answers after it, until that is revoked", async (t) => {
  const on = hookedProject(t, { "lib.js": LIB, "app.js": APP });
  const cli = stageAt(on.root);
  await on.run();
  on.write("lib.js", LIB.replace("{ return", '{ String("cosmetic"); return'));
  const said = await cli.run("accept app.js#price --because logs");
  assert.equal(said.code, 0, said.err);
  assert.deepEqual(said.out.split("\n").slice(0, 2), [
    "accepted my-app:app.js#price",
    "  price() ← twice(): body changed, lib.js:1",
  ]);
  assert.match(said.out, /\+ {3}String\("cosmetic"\);/);
  const { report, stderr } = await on.run();
  assert.deepEqual(callsOf(report), { "app.js#price": "1 hit", "app.js#later": "1 code-changed" });
  assert.match(stderr, /^astrocache: 1 hit \(1 accepted\), 1 miss/);
  assert.match(
    (await cli.run("accept --list")).out,
    /^my-app:app\.js#price [0-9a-f]{12} answers for [0-9a-f]{12}, .* ago: logs\n$/,
  );
  assert.equal((await cli.run("accept --revoke app.js#price")).out, "revoked my-app:app.js#price\n");
  assert.deepEqual(callsOf((await on.run()).report), { "app.js#price": "1 code-changed", "app.js#later": "1 hit" });
  assert.equal((await cli.run("accept --list")).out, "Nothing is accepted.\n");
});

test("accept: a new result is stored under the code that gave it, so that revoking it leaves nothing behind", async (t) => {
  const on = hookedProject(t, { "lib.js": LIB, "app.js": APP });
  const cli = stageAt(on.root);
  await on.run();
  on.write("lib.js", LIB.replace("n * 2", "n * 3"));
  assert.equal((await cli.run("accept app.js")).code, 0);
  assert.equal((await on.run()).stdout, "2 2\n", "as was asked for");
  on.write("app.js", APP.replace("price(1)", "price(5)"));
  assert.equal((await on.run()).stdout, "15 2\n");
  await cli.run("accept --revoke app.js");
  on.write("lib.js", LIB);
  assert.equal((await on.run()).stdout, "10 2\n");
});

test("accept: through several edits", async (t) => {
  const on = hookedProject(t, { "lib.js": LIB, "app.js": APP });
  const cli = stageAt(on.root);
  await on.run();
  for (const note of ["one", "two"]) {
    on.write("lib.js", LIB.replace("{ return", `{ String("${note}"); return`));
    await cli.run("accept app.js#price");
    await on.run();
    on.write("app.js", APP.replace("price(1)", "price(9)"));
    await on.run();
    on.write("app.js", APP);
  }
  assert.deepEqual(callsOf((await on.run()).report)["app.js#price"], "1 hit");
});

test("accept: what cannot be accepted, and no pattern", async (t) => {
  const on = hookedProject(t, { "lib.js": LIB, "app.js": APP });
  const cli = stageAt(on.root);
  assert.deepEqual(await cli.run("accept app.js#price"), {
    code: 1,
    err: "",
    out: "No earlier code is remembered of these functions.\n",
  });
  assert.equal((await cli.run("accept app.js#prise")).code, 1);
  assert.deepEqual(await cli.run("accept"), {
    code: 2,
    out: "",
    err: "astrocache: accept needs a pattern. Name functions: astrocache accept src/a.ts#name.\n",
  });
  assert.equal((await cli.run("accept --revoke app.js")).code, 1);
  assert.equal(existsSync(path.join(cli.cache, "accepted")), false);
});

test("prune: by age, by size, and what is not a size", async (t) => {
  const on = hookedProject(t, {});
  const cli = stageAt(on.root);
  assert.match((await cli.run("prune")).out, /^0 entries removed, 0 B; 0 kept/);
  cli.put("my-app:a.js#f");
  cli.put("my-app:a.js#g", { bytes: 90_000 });
  const { removed, kept } = JSON.parse((await cli.run("prune --max-size 80kB --json")).out) as Record<string, number>;
  assert.deepEqual([(removed ?? 0) > 0, (removed ?? 0) + (kept ?? 0)], [true, 2]);
  assert.deepEqual(await cli.run("prune --max-age soon"), {
    code: 2,
    out: "",
    err: "astrocache: --max-age=soon is not valid. Allowed: a duration such as 500ms, 30s, 10m, 12h, 1d, 2w or 1d12h.\n",
  });
});

test("edits that another user could have accepted do not count", (t) => {
  const folder = temporaryFolder(t);
  const edits = [{ from: "d1", to: "d2", at: 0 }];
  writeAccepted(folder, { target: "my-app:app.js#price", edits });
  assert.deepEqual(createFormerDigests(folder)("my-app:app.js#price", "d2"), ["d1"]);
  chmodSync(path.join(folder, "accepted"), 0o777);
  assert.deepEqual(createFormerDigests(folder)("my-app:app.js#price", "d2"), []);
});
