import assert from "node:assert/strict";
import { resolve } from "node:path";
import { test } from "node:test";
import { readSettings, type Environment, type Settings } from "../../runtime/config/settings.ts";
import { thrown } from "./errors.ts";

const root = resolve("/project");
const cwd = resolve("/project/sub");
const read = (env: Environment): Settings => readSettings(env, { root, cwd });

test("nothing is set", () => {
  const { origins, ...settings } = read({ PATH: "/bin", ASTRO: "1", astrocache_mode: "no" });
  assert.deepEqual(settings, {
    mode: "on",
    verifyRate: 1,
    verifyExit: 0,
    strict: false,
    root,
    targets: [],
    dir: undefined,
    store: undefined,
    stores: {},
    storeTimeout: undefined,
    maxSize: undefined,
    maxAge: undefined,
    secret: undefined,
    defaults: {},
    report: { kind: "line" },
    manifest: undefined,
  });
  assert.deepEqual(new Set(Object.values(origins)), new Set(["default"]));
});

const valid: readonly (readonly [Environment, Partial<Settings>])[] = [
  [{ ASTROCACHE: " a.ts, b.ts#c " }, { targets: [{ pattern: "a.ts, b.ts#c", from: "ASTROCACHE", options: {} }] }],
  [{ ASTROCACHE: "" }, { targets: [] }],
  [{ ASTROCACHE_MODE: "" }, { mode: "on" }],
  ...(["on", "off", "refresh", "readonly", "bypass"] as const).map(
    (mode) => [{ ASTROCACHE_MODE: mode }, { mode }] as const,
  ),
  [{ ASTROCACHE_REFRESH: "1" }, { mode: "refresh" }],
  [{ ASTROCACHE_REFRESH: "0" }, { mode: "on" }],
  [{ ASTROCACHE_REFRESH: "true", ASTROCACHE_MODE: "on" }, { mode: "refresh" }],
  [{ ASTROCACHE_REFRESH: "1", ASTROCACHE_MODE: "off" }, { mode: "off" }],
  [{ ASTROCACHE_REFRESH: "1", ASTROCACHE_MODE: "bypass" }, { mode: "bypass" }],
  [{ ASTROCACHE_STRICT: "true" }, { strict: true }],
  [{ ASTROCACHE_STRICT: "false" }, { strict: false }],
  [{ ASTROCACHE_DIR: "cache" }, { dir: resolve(cwd, "cache") }],
  [{ ASTROCACHE_STORE: "file" }, { store: "file" }],
  [{ ASTROCACHE_STORE_TIMEOUT: "250ms" }, { storeTimeout: 250 }],
  [{ ASTROCACHE_MAX_SIZE: "1.5 GB" }, { maxSize: 1_500_000_000 }],
  [
    { ASTROCACHE_MAX_SIZE: "500kB", ASTROCACHE_MAX_AGE: "30d" },
    { maxSize: 500_000, maxAge: 2_592_000_000 },
  ],
  [{ ASTROCACHE_SECRET: "s3" }, { secret: "s3" }],
  [{ ASTROCACHE_TTL: "1d" }, { defaults: { ttl: 86_400_000 } }],
  [{ ASTROCACHE_DEPS: "source" }, { defaults: { deps: "source" } }],
  [{ ASTROCACHE_DEPS: "source:zod,@a/b" }, { defaults: { deps: ["@a/b", "zod"] } }],
  [{ ASTROCACHE_MANIFEST: "m.json" }, { manifest: resolve(cwd, "m.json") }],
  [{ ASTROCACHE_REPORT: "off" }, { report: { kind: "off" } }],
  [{ ASTROCACHE_REPORT: "summary" }, { report: { kind: "summary" } }],
  [{ ASTROCACHE_REPORT: "out/r.json" }, { report: { kind: "json", path: resolve(cwd, "out/r.json") } }],
  [{ ASTROCACHE_ROOT: "." }, { root }],
];
for (const [env, expected] of valid) {
  test(`the environment ${JSON.stringify(env)}`, () => {
    const settings = read(env);
    for (const [key, value] of Object.entries(expected)) assert.deepEqual(settings[key as keyof Settings], value);
  });
}

const durations = "a duration such as 500ms, 30s, 10m, 12h, 1d, 2w or 1d12h";
const invalid: readonly (readonly [Environment, string, string])[] = [
  [
    { ASTROCACHE_MOED: "on" },
    "UNKNOWN_SETTING",
    "unknown environment variable ASTROCACHE_MOED. Did you mean ASTROCACHE_MODE?",
  ],
  [
    { ASTROCACHE_TIMEOUT: "1s" },
    "UNKNOWN_SETTING",
    "unknown environment variable ASTROCACHE_TIMEOUT. Did you mean ASTROCACHE_STORE_TIMEOUT?",
  ],
  [
    { ASTROCACHE_: "" },
    "UNKNOWN_SETTING",
    "unknown environment variable ASTROCACHE_. Known are ASTROCACHE, ASTROCACHE_MODE, ASTROCACHE_VERIFY_EXIT, ASTROCACHE_REFRESH, ASTROCACHE_STRICT, ASTROCACHE_DIR, ASTROCACHE_STORE, ASTROCACHE_STORE_TIMEOUT, ASTROCACHE_MAX_SIZE, ASTROCACHE_MAX_AGE, ASTROCACHE_SECRET, ASTROCACHE_TTL, ASTROCACHE_DEPS, ASTROCACHE_REPORT, ASTROCACHE_MANIFEST and ASTROCACHE_ROOT.",
  ],
  [
    { ASTROCACHE_MODE: "of" },
    "INVALID_SETTING",
    "ASTROCACHE_MODE=of is not valid. Allowed: on, off, refresh, readonly, verify or bypass; verify=0.1 verifies one hit of ten.",
  ],
  [
    { ASTROCACHE_MODE: "verify=2" },
    "INVALID_SETTING",
    "ASTROCACHE_MODE=verify=2 is not valid. Allowed: on, off, refresh, readonly, verify or bypass; verify=0.1 verifies one hit of ten.",
  ],
  [
    { ASTROCACHE_VERIFY_EXIT: "300" },
    "INVALID_SETTING",
    "ASTROCACHE_VERIFY_EXIT=300 is not valid. Allowed: an exit code from 0 to 255.",
  ],
  [
    { ASTROCACHE_REFRESH: "yes" },
    "INVALID_SETTING",
    "ASTROCACHE_REFRESH=yes is not valid. Allowed: 1, 0, true or false.",
  ],
  [
    { ASTROCACHE_STRICT: "TRUE" },
    "INVALID_SETTING",
    "ASTROCACHE_STRICT=TRUE is not valid. Allowed: 1, 0, true or false.",
  ],
  [
    { ASTROCACHE_REFRESH: "1", ASTROCACHE_MODE: "readonly" },
    "INVALID_SETTING",
    "ASTROCACHE_REFRESH=1 contradicts the mode readonly. Set one of the two.",
  ],
  [{ ASTROCACHE_TTL: "60" }, "INVALID_SETTING", `ASTROCACHE_TTL=60 is not valid. Allowed: ${durations}.`],
  ...["5", "5gb", "0GB", "-1GB", "many"].map((size): [Record<string, string>, string, string] => [
    { ASTROCACHE_MAX_SIZE: size },
    "INVALID_SETTING",
    `ASTROCACHE_MAX_SIZE=${size} is not valid. Allowed: a size such as 500MB, 5GB or 1.5TB.`,
  ]),
  [
    { ASTROCACHE_STORE_TIMEOUT: "fast" },
    "INVALID_SETTING",
    `ASTROCACHE_STORE_TIMEOUT=fast is not valid. Allowed: ${durations}.`,
  ],
  [
    { ASTROCACHE_REPORT: "sumary" },
    "INVALID_SETTING",
    "ASTROCACHE_REPORT=sumary is not valid. Allowed: off, summary, or the path of a .json or .html file.",
  ],
  [
    { ASTROCACHE_REPORT: ".json" },
    "INVALID_SETTING",
    "ASTROCACHE_REPORT=.json is not valid. Allowed: off, summary, or the path of a .json or .html file.",
  ],
  [
    { ASTROCACHE_MANIFEST: "m.txt" },
    "INVALID_SETTING",
    "ASTROCACHE_MANIFEST=m.txt is not valid. Allowed: the path of a .json file.",
  ],
  [
    { ASTROCACHE_DEPS: "src" },
    "INVALID_SETTING",
    "ASTROCACHE_DEPS=src is not valid. Allowed: source, source:name,@scope/name, or version.",
  ],
];
for (const [env, code, message] of invalid) {
  test(`the environment ${JSON.stringify(env)} is refused`, () => {
    assert.deepEqual(
      thrown(() => read(env)),
      [code, `astrocache: ${message}`],
    );
  });
}

test("the environment wins over the config file, value by value", () => {
  const targets = [{ pattern: "a.ts", from: "astrocache.config.ts", options: { ttl: 5 } }];
  const config = {
    file: "astrocache.config.ts",
    values: { mode: "readonly", dir: "cache", ttl: 7, strict: true, targets },
  } as const;
  const fromFile = readSettings({}, { root, cwd, config });
  assert.equal(fromFile.mode, "readonly");
  assert.equal(fromFile.dir, resolve(root, "cache"), "paths in the config file are relative to the root");
  assert.deepEqual(fromFile.targets, targets);
  assert.equal(fromFile.origins.mode, "config");

  const both = readSettings(
    { ASTROCACHE_MODE: "on", ASTROCACHE_DIR: "mine", ASTROCACHE: "b.ts" },
    { root, cwd, config },
  );
  assert.equal(both.mode, "on");
  assert.equal(both.dir, resolve(cwd, "mine"));
  assert.equal(both.defaults.ttl, 7);
  assert.equal(both.strict, true);
  assert.deepEqual(both.targets, [{ pattern: "b.ts", from: "ASTROCACHE", options: {} }]);
  assert.deepEqual([both.origins.mode, both.origins.ttl, both.origins.report], ["environment", "config", "default"]);
});

test("verify, with and without the part of the hits that run", () => {
  const read = (mode: string): unknown => {
    const { mode: kind, verifyRate } = readSettings({ ASTROCACHE_MODE: mode }, { root: "/", cwd: "/" });
    return [kind, verifyRate];
  };
  assert.deepEqual(["verify", "verify=0.1", "verify=.25", "verify=1", "on"].map(read), [
    ["verify", 1],
    ["verify", 0.1],
    ["verify", 0.25],
    ["verify", 1],
    ["on", 1],
  ]);
});
