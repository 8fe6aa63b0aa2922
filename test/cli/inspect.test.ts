import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { InspectedTarget } from "../../cli/inspect/inspection.ts";
import { stage, type Stage } from "./stage.ts";

const sources: Readonly<Record<string, string>> = {
  "src/report.ts": [
    'import { parse } from "./parse.ts";',
    "// @astrocache ttl=1d ignore=verbose",
    "export function report(text: string, verbose: boolean): number { return parse(text).length; }",
    'console.log(report("a b", true));',
  ].join("\n"),
  "src/parse.ts":
    'import { normalize } from "./text.ts";\nexport function parse(text: string) { return normalize(text).split(" "); }\n',
  "src/text.ts":
    "export function normalize(text: string) { return text.trim(); }\nexport function other() { return 1; }\n",
  "dist/report.js": "// @astrocache\nexport function report(text) { return text; }\n",
  "node_modules/x/index.js": "// @astrocache\nexport function x(text) { return text; }\n",
  ".cache/y.js": "// @astrocache\nexport function y(text) { return text; }\n",
  "src/types.d.ts": "// @astrocache\nexport declare function z(): void;\n",
};

function write({ root }: Stage, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}

function project(t: Parameters<typeof stage>[0]): Stage {
  const on = stage(t);
  write(on, { "package.json": '{ "name": "my-app", "type": "module" }', ...sources });
  return on;
}

interface Inspection {
  readonly targets: readonly InspectedTarget[];
  readonly errors: readonly { readonly code: string }[];
}

async function inspect(on: Stage, args: string, env?: Readonly<Record<string, string>>): Promise<Inspection> {
  return JSON.parse((await on.run(`inspect --json ${args}`.trim(), env)).out) as Inspection;
}

test("inspect shows what is picked, by whom, and what is in its key", async (t) => {
  const on = project(t);
  const { code, out, err } = await on.run("inspect");
  assert.deepEqual([code, err], [0, ""]);
  assert.match(
    out,
    /^my-app:src\/report\.ts#report src\/report\.ts:3\n {2}picked {2}by name, ttl 1 d, ignores verbose\n {2}code {4}[0-9a-f]{16}\n {2}reaches src\/report\.ts#report, src\/parse\.ts#parse, src\/text\.ts#normalize\n {2}inputs {2}text, verbose\n$/,
  );
});

const picked: readonly (readonly [args: string, env: Readonly<Record<string, string>>, ids: readonly string[]])[] = [
  ["", {}, ["src/report.ts#report"]],
  ["src/text.ts", {}, ["src/report.ts#report", "src/text.ts#normalize", "src/text.ts#other"]],
  ["", { ASTROCACHE: "src/text.ts#other" }, ["src/report.ts#report", "src/text.ts#other"]],
  ["src/parse.ts", { ASTROCACHE: "src/text.ts#other" }, ["src/parse.ts#parse", "src/report.ts#report"]],
  ["dist/** !src/**", {}, ["dist/report.js#report"]],
];
for (const [args, env, ids] of picked) {
  test(`inspect ${args} with ${JSON.stringify(env)}`, async (t) => {
    const { targets } = await inspect(project(t), args, env);
    assert.deepEqual(
      targets.map(({ id }) => id),
      ids.map((id) => `my-app:${id}`),
    );
  });
}

test("options of the settings and of the tag are those in force", async (t) => {
  const { targets } = await inspect(project(t), "src/text.ts#other", { ASTROCACHE_TTL: "5m" });
  assert.deepEqual(
    targets.map(({ options, named }) => [options, named]),
    [
      [{ ttl: 86_400_000, ignore: ["verbose"] }, true],
      [{ ttl: 300_000, ignore: [] }, true],
    ],
  );
});

test("wrong tags are shown where they stand, all of them, and fail", async (t) => {
  const on = project(t);
  write(on, {
    "src/a.ts": "\t// @astrocache  tll=1d\n\texport function a() { return 1; }\n",
    "src/b.ts": "// @astrocache\n",
  });
  const { code, out } = await on.run("inspect");
  assert.equal(code, 1);
  assert.match(out, /my-app:src\/report\.ts#report/);
  assert.ok(
    out.includes(
      'astrocache: src/a.ts:1:18: unknown option "tll". Did you mean ttl?\n1 | \t// @astrocache  tll=1d\n    \t                ^\n',
    ),
    out,
  );
  assert.match(out, /astrocache: src\/b\.ts:1:\d+: the tag belongs to no function\./);
  assert.deepEqual(
    (await inspect(on, "")).errors.map((error) => error.code),
    ["INVALID_TAG", "MISPLACED_TAG"],
  );
});

test("a pattern that means a function which is not there fails, with a suggestion", async (t) => {
  const { code, out } = await project(t).run("inspect src/text.ts#normalise");
  assert.equal(code, 1);
  assert.match(out, /the pattern src\/text\.ts#normalise matched no function\. Did you mean src\/text\.ts#normalize\?/);
});

test("a source that cannot be parsed is said, and the others are inspected", async (t) => {
  const on = project(t);
  write(on, { "src/broken.ts": "// @astrocache\nexport function (" });
  const { code, out } = await on.run("inspect");
  assert.equal(code, 0);
  assert.match(out, /src\/broken\.ts:2: cannot be parsed: /);
  assert.match(out, /my-app:src\/report\.ts#report/);
});

test("where nothing is picked, it says how to pick", async (t) => {
  const { code, out } = await stage(t).run("inspect");
  assert.deepEqual(
    [code, out],
    [0, "Nothing is picked. Put // @astrocache before a function, or name some: astrocache inspect 'src/**'\n"],
  );
});

const whyNot: readonly (readonly [asked: string, code: number, text: RegExp])[] = [
  ["src/report.ts#report", 0, /^It is picked:\nmy-app:src\/report\.ts#report /],
  [
    "src/parse.ts#parse",
    0,
    /^No tag stands before it, and no pattern picks it\. Run with ASTROCACHE='src\/parse\.ts#parse'/,
  ],
  ["src/parse.ts#pasre", 1, /^There is no such function\. Did you mean src\/parse\.ts#parse\?\n$/],
  ["src/none.ts#parse", 1, /^There is no such function\.\n$/],
];
for (const [asked, code, text] of whyNot) {
  test(`inspect --why-not ${asked}`, async (t) => {
    const said = await project(t).run(`inspect --why-not ${asked}`);
    assert.equal(said.code, code);
    assert.match(said.out, text);
  });
}

test("--why-not wants one function", async (t) => {
  const { code, err } = await project(t).run("inspect --why-not src/**");
  assert.deepEqual(
    [code, err],
    [2, "astrocache: --why-not=src/** names no single function. Write --why-not=src/a.ts#name.\n"],
  );
});

test("digest prints what a run would use", async (t) => {
  const on = project(t);
  const { code, out } = await on.run("digest src/text.ts#other");
  assert.equal(code, 0);
  const lines = out.trimEnd().split("\n");
  assert.deepEqual(
    lines.slice(0, 2).map((line) => line.slice(66)),
    ["my-app:src/report.ts#report", "my-app:src/text.ts#other"],
  );
  assert.deepEqual(
    lines.slice(4).map((line) => line.slice(132)),
    ["src/parse.ts", "src/report.ts", "src/text.ts"],
  );
  const register = fileURLToPath(new URL("../../loader/register.js", import.meta.url));
  const env = { ...process.env, ASTROCACHE_DIR: on.cache, ASTROCACHE_REPORT: "run.json", NODE_OPTIONS: "" };
  const run = spawnSync(process.execPath, ["--import", register, "src/report.ts"], {
    cwd: on.root,
    env,
    encoding: "utf8",
  });
  assert.deepEqual([run.status, run.stdout], [0, "2\n"], run.stderr);
  const report = JSON.parse(readFileSync(path.join(on.root, "run.json"), "utf8")) as {
    targets: { codeDigest: string }[];
  };
  assert.equal(lines[0]?.slice(0, 64), report.targets[0]?.codeDigest);
});

test("digest --diff names the functions and the edits", async (t) => {
  const on = project(t);
  const patterns = "src/text.ts src/parse.ts#parse";
  const keep = async (): Promise<void> =>
    writeFileSync(path.join(on.root, "old.json"), (await on.run(`digest --json ${patterns}`)).out);
  const diff = async (): Promise<readonly [number, string]> => {
    const { code, out } = await on.run(`digest --diff old.json ${patterns}`);
    return [code, out];
  };
  await keep();
  assert.deepEqual(await diff(), [0, "No digest has changed.\n"]);
  write(on, {
    "src/text.ts":
      "// Moved.\nexport function normalize(s: string) { return ((s.trim())) }\nexport function other() { return 1; }\n",
  });
  assert.deepEqual(await diff(), [0, "No digest has changed.\n"], "cosmetic");
  write(on, {
    "src/text.ts":
      "export function normalize(text: string) { return text.trimEnd(); }\nexport function added() { return 1; }\n",
  });
  assert.deepEqual(await diff(), [
    1,
    [
      "removed my-app:src/text.ts#other",
      "changed my-app:src/parse.ts#parse: src/text.ts#normalize",
      "changed my-app:src/report.ts#report: src/text.ts#normalize",
      "added my-app:src/text.ts#added",
      "changed my-app:src/text.ts#normalize: src/text.ts#normalize",
      "changed src/text.ts",
      "",
    ].join("\n"),
  ]);
});

test("digest --diff with what is no digest", async (t) => {
  const on = project(t);
  for (const [text, what] of [
    ["{", "cannot be read"],
    ["{}", "holds no digests of version 1"],
  ] as const) {
    writeFileSync(path.join(on.root, "old.json"), text);
    const { code, err } = await on.run("digest --diff old.json");
    assert.equal(code, 2);
    assert.ok(err.includes(what), err);
  }
});

const twoPrograms: Readonly<Record<string, string>> = {
  "src/price.ts": "// @astrocache\nexport function price(n: number) { return [n].total(); }\n",
  "src/app.ts": 'import "./total.ts";\nimport { price } from "./price.ts";\nconsole.log(price(1));\n',
  "src/total.ts": "Array.prototype.total = function () { return 1; };\n",
  "test/price.test.ts": 'import "./set-up.ts";\nimport { price } from "../src/price.ts";\nprice(1);\n',
  "test/set-up.ts": "Array.prototype.total = function () { return 2; };\n",
};

test("what one program changes of globals does not count in another", async (t) => {
  const on = stage(t);
  write(on, twoPrograms);
  const { targets } = await inspect(on, "");
  assert.deepEqual(
    targets.map(({ id, entries }) => [id, entries]),
    [
      ["my-app:src/price.ts#price", ["src/app.ts"]],
      ["my-app:src/price.ts#price", ["test/price.test.ts"]],
    ],
  );
  const [one] = (await inspect(on, "--entry src/app.ts")).targets;
  assert.equal(one?.entries, undefined);
  assert.equal(one?.codeDigest, targets[0]?.codeDigest);
  write(on, { "test/set-up.ts": "Array.prototype.total = function () { return 3; };\n" });
  const [app, suite] = (await inspect(on, "")).targets;
  assert.equal(app?.codeDigest, targets[0]?.codeDigest);
  assert.notEqual(suite?.codeDigest, targets[1]?.codeDigest);
});

test("programs whose modules change nothing of each other have one digest", async (t) => {
  const on = stage(t);
  write(on, { ...twoPrograms, "src/total.ts": "export {};\n", "test/set-up.ts": "export {};\n" });
  const { targets } = await inspect(on, "");
  assert.deepEqual(
    targets.map(({ id, entries }) => [id, entries]),
    [["my-app:src/price.ts#price", undefined]],
  );
});

test("files that import each other, and nothing else does, are a program", async (t) => {
  const on = stage(t);
  write(on, {
    "a.ts":
      'import { b } from "./b.ts";\n// @astrocache\nexport function a(n: number): number { return n > 0 ? b(n - 1) : 0; }\n',
    "b.ts": 'import { a } from "./a.ts";\nexport function b(n: number): number { return a(n); }\n',
  });
  assert.equal((await inspect(on, "")).targets.length, 1);
});

test("an entry that is not there is refused", async (t) => {
  const { code, err } = await project(t).run("digest --entry src/ap.ts");
  assert.deepEqual([code, err], [2, "astrocache: there is no file src/ap.ts. Write --entry=src/app.ts.\n"]);
});
