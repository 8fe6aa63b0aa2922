import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { callsOf } from "../harness/calls.ts";
import { stageAt } from "../cli/stage.ts";
import { hookedProject } from "./project.ts";

const LIB = `// @astrocache
export function twice(n) { return n * 2; }
`;
const WORKERS = `
import { Worker } from "node:worker_threads";
import { once } from "node:events";
import { twice } from "./lib.js";
twice(0);
for (const n of [1, 2, 3]) await once(new Worker(new URL("./worker.js", import.meta.url), { argv: [String(n)] }), "exit");
`;
const WORKER = `import { twice } from "./lib.js"; twice(Number(process.argv[2])); twice(0);`;

test("the threads of a process give one line, one report, and one last run", async (t) => {
  const on = hookedProject(t, { "lib.js": LIB, "app.js": WORKERS, "worker.js": WORKER });
  const { stderr, report } = await on.run();
  assert.match(stderr, /^astrocache: 3 hits, 4 misses \(4 new\), saved \S+ m?s\n$/);
  assert.deepEqual(callsOf(report), { "lib.js#twice": "3 hit, 4 new" });
  const { out } = await stageAt(on.root).run("why");
  assert.match(out, /3 answered\n {2}4 ran/);
});

const FORKS = `
import { fork } from "node:child_process";
import { once } from "node:events";
import { twice } from "./lib.js";
twice(0);
await once(fork(new URL("./worker.js", import.meta.url), ["1"]), "exit");
`;

test("processes say each what they did; %p in the path of a report gives each a file", async (t) => {
  const on = hookedProject(t, { "lib.js": LIB, "app.js": FORKS, "worker.js": WORKER });
  const { stderr, report } = await on.run();
  assert.equal(stderr.match(/^astrocache: /gm)?.length, 2, stderr);
  assert.deepEqual(callsOf(report), { "lib.js#twice": "1 new" }, "the parent ends last");
  await on.run({ ASTROCACHE_REPORT: `${on.root}/each-%p.json` });
  const names = readdirSync(on.root).filter((name) => name.startsWith("each-"));
  assert.equal(names.length, 2);
  assert.ok(names.every((name) => /^each-\d+\.json$/.test(name)));
});
