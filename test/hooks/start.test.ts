import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { FACTS_VERSION } from "../../loader/analysis/facts.ts";
import { CAN_REQUIRE_IN_HOOKS_THREAD, HAS_SYNC_HOOKS } from "../../runtime/node-facts.ts";
import { loadedBy, writeProject } from "../harness/loaded-by.ts";
import { PACKED_REGISTER, REGISTER, runNode, TSX } from "../harness/run-node.ts";
import { temporaryFolder } from "../stores/samples.ts";

const BUILTINS =
  "console.log(process.moduleLoadList.filter((name) => /^NativeModule (?:crypto|worker_threads|zlib|tty)$/.test(name)).join())";

/** What is not of a start: sessions, linking, calls, stores, analysis. */
const LATE =
  /\/dist\/(?:loader\/(?:session\.js|session\/program|analysis|digest|rewrite|facts)|runtime\/(?:call\/(?!site)|key|codec|report|stores\/(?!folder|read-stores)))/;
const LIBRARIES = /\/node_modules\//;
const ON_A_MISS =
  /\/(?:@babel|magic-string|@keyv|keyv|@redis|picomatch)\/|\/analysis\/analyze\.js|\/rewrite\/rewrite\.js/;

const TAGGED = {
  "app.js":
    'import { length } from "./lib.js";\n// @astrocache\nfunction slow(n) { return length(n); }\nlength("for its effect");\nconsole.log(slow("abc"));\n',
  "lib.js": "export function length(text) { return text.length; }\n",
  "same.js": "export function length(text) { return text.length; }\n",
};

/** How often a text of the project was parsed: each time is a line. */
function parsed(folder: string): number {
  const lines = factsFiles(folder).flatMap((file) => readFileSync(file, "utf8").split("\n"));
  return lines.filter((line) => line !== "").length;
}

function factsFiles(folder: string): string[] {
  const cache = path.join(folder, "cache");
  const files = readdirSync(cache, { recursive: true, encoding: "utf8" });
  return files.filter((file) => /\bfacts-\d+\.tsv$/.test(file)).map((file) => path.join(cache, file));
}

/** Where the hooks thread cannot load anything when it comes to it, all is loaded before. */
const skip = !HAS_SYNC_HOOKS && !CAN_REQUIRE_IN_HOOKS_THREAD;

test(
  "a start with nothing selected loads no session, no library, and nothing of Node that costs",
  { skip },
  async (context) => {
    const folder = temporaryFolder(context);
    writeProject(folder, { "app.js": `import "./lib.js"; ${BUILTINS}`, "lib.js": "export {};" });
    const env = { ASTROCACHE_DIR: path.join(folder, "cache") };
    const plain = await runNode(["app.js"], folder, env);
    const hooked = await runNode(["--import", REGISTER, "app.js"], folder, env);
    assert.equal(hooked.exit, 0, hooked.stderr);
    // Off the program's thread the hooks are reached by a port.
    if (HAS_SYNC_HOOKS) assert.deepEqual(hooked.stdout, plain.stdout);
    else assert.doesNotMatch(hooked.stdout, /crypto|zlib|tty/);
    const urls = await loadedBy(folder);
    assert.deepEqual(
      urls.filter((url) => LATE.test(url) || LIBRARIES.test(url)),
      [],
    );
    assert.deepEqual(
      readdirSync(folder).filter((file) => file === "cache"),
      [],
    );
  },
);

test("a start with all on disk parses nothing, rewrites nothing, and loads no library", { skip }, async (context) => {
  const folder = temporaryFolder(context);
  writeProject(folder, TAGGED);
  const cold = await loadedBy(folder);
  assert.ok(cold.some((url) => ON_A_MISS.test(url)));
  const warm = await loadedBy(folder);
  assert.ok(warm.some((url) => LATE.test(url)));
  assert.deepEqual(
    warm.filter((url) => ON_A_MISS.test(url) || LIBRARIES.test(url)),
    [],
  );
});

test("a start with all on disk reads no facts: without them it parses nothing either", async (context) => {
  const folder = temporaryFolder(context);
  writeProject(folder, TAGGED);
  for (let run = 0; run < 2; run++) await loadedBy(folder);
  assert.ok(parsed(folder) > 0);
  for (const file of factsFiles(folder)) rmSync(file);
  await loadedBy(folder);
  assert.equal(parsed(folder), 0);
  // After an edit they are made anew.
  writeFileSync(path.join(folder, "lib.js"), "export function length(text) { return 2 * text.length; }\n");
  await loadedBy(folder);
  assert.equal(parsed(folder), Object.keys(TAGGED).length - 1);
});

test("what is made of facts is kept under their version, so that no other version's is taken for it", async (context) => {
  const folder = temporaryFolder(context);
  writeProject(folder, TAGGED);
  await loadedBy(folder);
  const files = readdirSync(path.join(folder, "cache"), { recursive: true, encoding: "utf8" });
  const versions = files.flatMap((file) => /\b(facts|plans|rewrites)-(.+)\.tsv$/.exec(file)?.slice(1).join(" ") ?? []);
  assert.deepEqual(
    versions.sort(),
    ["facts", "plans", "rewrites"].map((kind) => `${kind} ${FACTS_VERSION}`),
  );
});

test("each content is parsed once, however many modules and runs have it", async (context) => {
  const folder = temporaryFolder(context);
  writeProject(folder, TAGGED);
  const app = path.join(folder, "app.js");
  const loadMore = 'await import("./same.js"); await import("./lib.js?again");\n';
  writeFileSync(app, TAGGED["app.js"] + loadMore);
  await loadedBy(folder);
  assert.equal(parsed(folder), 2);
  await loadedBy(folder);
  assert.equal(parsed(folder), 2);
  writeFileSync(app, `${TAGGED["app.js"]}${loadMore};`);
  await loadedBy(folder);
  assert.equal(parsed(folder), 3);
});

test("loaders that a program has put there make none of our modules a second time", async (context) => {
  const folder = temporaryFolder(context);
  const list = `import { createRequire } from "node:module";
    const text: string = Object.keys(createRequire(import.meta.url).cache).filter((file) => /\\/dist\\/(?:bundle|loader|runtime)\\//.test(file)).join();
    console.log(slow(text) === "");`;
  writeProject(folder, { "app.ts": `// @astrocache\nfunction slow(text: string) { return text; }\n${list}` });
  const env = { ASTROCACHE_DIR: path.join(folder, "cache") };
  for (const register of [REGISTER, PACKED_REGISTER]) {
    for (const flags of [[], ["--import", TSX]]) {
      const { stdout, stderr } = await runNode([...flags, "--import", register, "app.ts"], folder, env);
      assert.equal(stdout, "true\n", stderr);
    }
  }
});
