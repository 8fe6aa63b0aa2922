import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, it, test, type TestContext } from "node:test";
import { pathToFileURL } from "node:url";
import { NO_COVERAGE } from "../harness/run-node.ts";
import { temporaryFolder } from "../stores/samples.ts";

const CHUNKS = new URL("../../runtime/own/chunks.js", import.meta.url).href;

/** Long enough for what is compiled of it to fill several blocks of a disk. */
const FUNCTIONS = Array.from({ length: 400 }, (_, n) => `function f${n}(a) { return a * ${n} + a; }`).join("\n");
const FIRST = `"use strict";
const second = require("./second.cjs");
globalThis.runs = (globalThis.runs ?? 0) + 1;
exports.own = require("own");
exports.sum = () => second.sum(1);
exports.url = __url;
exports.later = () => __import("node:os");
`;
const SECOND = `"use strict";
${FUNCTIONS}
const first = require("./first.cjs");
exports.sum = (a) => [${Array.from({ length: 400 }, (_, n) => `f${n}(a)`).join()}].reduce((x, y) => x + y);
exports.isSame = () => first.sum() === exports.sum(1);
`;
const MAIN = `
import { loadChunk } from ${JSON.stringify(CHUNKS)};
const url = new URL("./first.cjs", import.meta.url).href;
const own = { it: "is me" };
const first = loadChunk(url, own);
const second = loadChunk(new URL("./second.cjs", import.meta.url).href, own);
const { EOL } = await first.later();
console.log(JSON.stringify([first.sum(), second.isSame(), first.own === own, first.url === url, EOL, globalThis.runs, loadChunk(url, own) === first]));
`;
const OUTPUT = JSON.stringify([80_200, true, true, true, "\n", 1, true]);

describe("compiled code of our own files", () => {
  it("is kept by the first run and taken by the next ones", (context) => {
    const project = makeProject(context);
    assert.deepEqual(kept(project), []);
    run(project);
    const written = kept(project);
    assert.deepEqual(
      written.map(({ name }) => name.replace(/-.*/, "")),
      ["first", "second"],
    );
    run(project);
    assert.deepEqual(kept(project), written);
  });

  it("is not taken for another text of the same length", (context) => {
    const project = makeProject(context);
    run(project);
    write(project, "second", SECOND.replace("a * 1 + a", "a * 3 + a"), "id3");
    assert.equal(run(project, []).slice(0, 6), "[80202");
    assert.equal(kept(project).length, 3);
  });

  it("is not taken by V8 with other flags, and made anew for them", (context) => {
    const project = makeProject(context);
    run(project);
    const written = kept(project);
    run(project, ["--no-opt"]);
    assert.equal(kept(project).length, written.length);
    assert.notDeepEqual(kept(project), written);
  });

  it("is found again by a program that goes elsewhere", (context) => {
    const project = makeProject(context);
    writeFileSync(join(project, "main.mjs"), `${MAIN}\nprocess.chdir("/"); process.env.ASTROCACHE_DIR = "/none";`);
    for (let runs = 0; runs < 2; runs++) run(project, [], { ASTROCACHE_DIR: "cache" });
    assert.equal(kept(project).length, 2);
  });

  it("is left alone where NODE_V8_COVERAGE asks for exact counts", (context) => {
    const project = makeProject(context);
    run(project, [], { NODE_V8_COVERAGE: join(project, "coverage") });
    assert.deepEqual(kept(project), []);
  });

  it("is not taken where another user could have written it", (context) => {
    const project = makeProject(context);
    run(project);
    const written = kept(project);
    for (const { name } of written) chmodSync(join(project, "cache/code", name), 0o666);
    run(project);
    assert.notDeepEqual(kept(project), written);
    const own = kept(project);
    run(project);
    assert.deepEqual(kept(project), own);
  });

  for (const [what, damage] of Object.entries({
    "cut off": (file) => truncateSync(file, statSync(file).size >> 1),
    "empty": (file) => truncateSync(file, 0),
    "zero from the middle on": (file) => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(0, bytes.length >> 1));
    },
    "zero for one block of a disk": (file) => {
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(0, 4096, 8192));
    },
    "other in one bit": (file) => {
      const bytes = readFileSync(file);
      bytes[5000] = (bytes[5000] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    },
  } satisfies Record<string, (file: string) => void>))
    it(`is made anew where a file is ${what}, which V8 would not survive`, (context) => {
      const project = makeProject(context);
      run(project);
      const [before] = kept(project).filter(({ name }) => name.startsWith("second"));
      assert.ok(before !== undefined && before.size > 16_384);
      damage(join(project, "cache/code", before.name));
      run(project);
      const [after] = kept(project).filter(({ name }) => name.startsWith("second"));
      assert.ok(after !== undefined && after.size > 16_384 && after.written !== before.written);
      const made = kept(project);
      run(project);
      assert.deepEqual(kept(project), made);
    });

  it("is not kept where there is no cache, so that nothing is left behind", (context) => {
    const project = makeProject(context);
    const cache = join(project, "none");
    run(project, [], { ASTROCACHE_DIR: cache });
    assert.ok(!existsSync(cache));
  });

  it("is not missed where it cannot be written", (context) => {
    const project = makeProject(context);
    writeFileSync(join(project, "cache/code"), "");
    run(project);
  });

  it("is removed, the oldest first, where too many versions of it have come together", (context) => {
    const project = makeProject(context);
    mkdirSync(join(project, "cache/code"));
    for (let n = 0; n < 100; n++) {
      const file = join(project, "cache/code", `former-${n}.bin`);
      writeFileSync(file, "");
      utimesSync(file, 1000 + n, 1000 + n);
    }
    run(project);
    const names = kept(project).map(({ name }) => name);
    assert.equal(names.length, 64);
    assert.ok(names.includes("former-99.bin") && !names.includes("former-0.bin"));
    assert.equal(names.filter((name) => !name.startsWith("former")).length, 2);
  });
});

function makeProject(context: TestContext): string {
  const project = temporaryFolder(context);
  mkdirSync(join(project, "cache"));
  write(project, "first", FIRST, "id1");
  write(project, "second", SECOND, "id2");
  writeFileSync(join(project, "main.mjs"), MAIN);
  return project;
}

/** As the build writes it. */
function write(project: string, name: string, text: string, id: string): void {
  writeFileSync(join(project, `${name}.cjs`), `/*${id}*/${text}`);
}

/** Gives what the program printed. */
function run(project: string, flags: readonly string[] = [], env: NodeJS.ProcessEnv = {}): string {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [...flags, pathToFileURL(join(project, "main.mjs")).pathname],
    {
      encoding: "utf8",
      cwd: project,
      env: { ...NO_COVERAGE, PATH: process.env["PATH"], ASTROCACHE_DIR: join(project, "cache"), ...env },
    },
  );
  assert.equal(status, 0, stderr);
  if (!stdout.startsWith("[80202")) assert.equal(stdout.trimEnd(), OUTPUT);
  assert.equal(stderr, "");
  return stdout;
}

interface Kept {
  readonly name: string;
  readonly size: number;
  readonly written: number;
}

function kept(project: string): Kept[] {
  const folder = join(project, "cache/code");
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.map((name) => {
    const { size, mtimeMs: written } = statSync(join(folder, name));
    return { name, size, written };
  });
}

test("a file of ours that throws as it is loaded throws again, as modules do", (context) => {
  const project = temporaryFolder(context);
  write(
    project,
    "bad",
    'globalThis.count = (globalThis.count ?? 0) + 1; throw new Error("no " + globalThis.count);',
    "id1",
  );
  writeFileSync(
    join(project, "main.mjs"),
    `import { loadChunk } from ${JSON.stringify(CHUNKS)};
const load = () => { try { return loadChunk(new URL("./bad.cjs", import.meta.url).href, {}); } catch (error) { return error.message; } };
console.log(JSON.stringify([load(), load()]));`,
  );
  const { stdout } = spawnSync(process.execPath, ["main.mjs"], { cwd: project, encoding: "utf8" });
  assert.equal(stdout.trimEnd(), JSON.stringify(["no 1", "no 2"]));
});
