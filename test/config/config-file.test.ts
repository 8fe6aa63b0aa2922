import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test, type TestContext } from "node:test";
import { defineConfig } from "../../runtime/config/config.ts";
import { loadConfig } from "../../runtime/config/config-file.ts";
import { findProject } from "../../runtime/config/root.ts";
import { rejected } from "./errors.ts";

function project(t: TestContext, files: Readonly<Record<string, string>>): ReturnType<typeof findProject> {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-config-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries({ "package.json": "{}", ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return findProject({ env: {}, cwd: folder, entry: undefined });
}

test("no config", async (t) => assert.equal(await loadConfig(project(t, {})), undefined));

test("a dependency called astrocache is no config", async (t) => {
  const text = '{ "devDependencies": { "astrocache": "1" } }';
  assert.equal(await loadConfig(project(t, { "package.json": text })), undefined);
});

const targets = [
  { pattern: "src/a.ts", options: {} },
  { pattern: "src/b.ts#load", options: { ttl: 86_400_000, ignore: ["logger"], version: "2" } },
];
const body =
  '{ mode: "readonly", storeTimeout: 250, targets: ["src/a.ts", { pattern: "src/b.ts#load", ttl: "1d", ignore: ["logger"], version: "2" }] }';
const forms: Readonly<Record<string, string>> = {
  "astrocache.config.js": `export default ${body};`,
  "astrocache.config.mjs": `export default ${body};`,
  "astrocache.config.ts": `interface A { a: string }\nenum E { A }\nexport default ${body} satisfies object;`,
  "package.json": `{ "type": "module", "astrocache": ${body.replace(/(\w+): /g, '"$1": ')} }`,
};
for (const [file, text] of Object.entries(forms)) {
  for (const type of ["module", "commonjs"]) {
    if (file.endsWith(".js") && type === "commonjs") continue;
    test(`${file} in a package of type ${type}`, async (t) => {
      const config = await loadConfig(project(t, { "package.json": `{ "type": "${type}" }`, [file]: text }));
      assert.equal(config?.file, file);
      assert.deepEqual(
        config?.values.targets,
        targets.map((target) => ({ ...target, from: file })),
      );
      assert.equal(config?.values.mode, "readonly");
      assert.equal(config?.values.storeTimeout, 250);
    });
  }
}

test("astrocache.config.js as CommonJS", async (t) => {
  const config = await loadConfig(project(t, { "astrocache.config.js": "module.exports = { strict: true };" }));
  assert.deepEqual(config?.values, { strict: true });
});

test("defineConfig gives back what it is given", () => {
  const config = { targets: ["src/a.ts"], ttl: "1d" };
  assert.equal(defineConfig(config), config);
});

const modeForm = "Allowed: on, off, refresh, readonly, verify or bypass; verify=0.1 verifies one hit of ten.";
const wrong: readonly (readonly [Readonly<Record<string, string>>, string])[] = [
  [
    { "astrocache.config.mjs": "export default {\n  targest: [],\n};" },
    'astrocache.config.mjs:2:3: unknown key "targest". Did you mean targets?',
  ],
  [
    {
      "package.json":
        '{\n  "dependencies": { "astrocache": "1", "mood": "1" },\n  "astrocache": {\n    "mood": "on"\n  }\n}',
    },
    'package.json:4:6: unknown key "mood". Did you mean mode?',
  ],
  [
    { "astrocache.config.mjs": "export default { mode: 'of' };" },
    `astrocache.config.mjs:1:18: mode=of is not valid. ${modeForm}`,
  ],
  [
    { "astrocache.config.mjs": "export default { refresh: true };" },
    'astrocache.config.mjs:1:18: unknown key "refresh". Known are targets, stores, mode, verifyExit, strict, dir, store, storeTimeout, maxSize, maxAge, secret, ttl, deps, report and manifest.',
  ],
  [
    { "astrocache.config.mjs": "export default { mode: 'verify=0' };" },
    `astrocache.config.mjs:1:18: mode=verify=0 is not valid. ${modeForm}`,
  ],
  [
    { "astrocache.config.mjs": "export default { secret: 12 };" },
    "astrocache.config.mjs:1:18: secret is not valid. Allowed: a text that is not empty.",
  ],
  [
    { "astrocache.config.mjs": "export default { targets: 'a' };" },
    'astrocache.config.mjs:1:18: targets is not an array. Write targets: ["src/api/**#fetch*"].',
  ],
  [
    { "astrocache.config.mjs": "export default { targets: [7] };" },
    'astrocache.config.mjs:1:18: targets holds 7. Write a pattern, or { pattern: "…", ttl: "1d" }.',
  ],
  [
    { "astrocache.config.mjs": "export default { targets: [{ pattern: 'a', tll: '1d' }] };" },
    'astrocache.config.mjs:1:44: unknown option "tll" of a target. Did you mean ttl?',
  ],
  [
    { "astrocache.config.mjs": "export default { targets: [{ pattern: 'a', minDuration: 0 }] };" },
    "astrocache.config.mjs:1:44: minDuration: 0 is not valid. Allowed: a duration such as 500ms, 30s, 10m, 12h, 1d, 2w or 1d12h.",
  ],
  [
    { "astrocache.config.mjs": "export default { stores: [] };" },
    "astrocache.config.mjs:1:18: stores is not an object. Write stores: { name: adapter }.",
  ],
  [
    { "astrocache.config.mjs": "export const a = 1;" },
    "astrocache.config.mjs: the config is not an object. Export an object by default: export default { … }.",
  ],
  [
    { "astrocache.config.mjs": "throw new Error('no')" },
    "astrocache.config.mjs cannot be loaded: no. Correct it, or remove it.",
  ],
  [
    { "astrocache.config.js": "", "astrocache.config.ts": "" },
    "there is more than one config: astrocache.config.js, astrocache.config.ts. Keep one of them.",
  ],
  [
    { "astrocache.config.ts": "", "package.json": '{ "astrocache": {} }' },
    'there is more than one config: astrocache.config.ts, "astrocache" in package.json. Keep one of them.',
  ],
];
for (const [files, message] of wrong) {
  test(`refused: ${message}`, async (t) => {
    assert.deepEqual(await rejected(loadConfig(project(t, files))), ["INVALID_CONFIG", `astrocache: ${message}`]);
  });
}
