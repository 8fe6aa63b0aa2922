import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import type { Check } from "../../cli/checks/check.ts";
import { stage, type Stage } from "./stage.ts";

async function checks(
  on: Stage,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; problems: number; by: Map<string, Check> }> {
  const { code, out } = await on.run("doctor --json", env);
  const { problems, checks: all } = JSON.parse(out) as { problems: number; checks: Check[] };
  return { code, problems, by: new Map(all.map((check) => [check.name, check])) };
}

test("all is well", async (t) => {
  const on = stage(t);
  const { code, problems, by } = await checks(on);
  assert.deepEqual([code, problems], [0, 0]);
  assert.match(
    by.get("Node")?.detail ?? "",
    new RegExp(
      `^${process.versions.node.replace(/\./g, "\\.")} on .*; modules are hooked by module\\.register(Hooks)?, in `,
    ),
  );
  assert.equal(by.get("project")?.detail, `my-app in ${on.root}`);
  assert.equal(by.get("targets")?.detail, "only tagged functions");
  assert.equal(by.get("folder")?.detail, `${on.cache}, not made yet`);
  assert.match(by.get("store")?.detail ?? "", /^writes in [\d.]+ ms, reads in [\d.]+ ms$/);
  const { out } = await on.run("doctor");
  assert.match(
    out,
    /^✓ Node: .*\n✓ NODE_OPTIONS: empty\n✓ project: .*\n✓ targets: .*\n✓ dir: .* \(environment\)\n✓ folder: .*, 0 entries, 0 B, mode 700\n✓ store: .*\n$/,
  );
});

test("settings in force, where each comes from, and no secret", async (t) => {
  const on = stage(t);
  const secret = "hunter2";
  writeFileSync(
    path.join(on.root, "package.json"),
    '{ "name": "my-app", "astrocache": { "ttl": "1d", "targets": ["src/a.ts"], "strict": true } }',
  );
  const env = {
    ASTROCACHE_SECRET: secret,
    ASTROCACHE_STORE: "file",
    ASTROCACHE_TTL: "2d",
    ASTROCACHE_REFRESH: "1",
  };
  const { out } = await on.run("doctor", env);
  assert.ok(!out.includes(secret));
  for (const line of [
    "✓ targets: src/a.ts (config), and tagged functions",
    "✓ strict: true (config)",
    "✓ ttl: 172800000 ms (environment)",
    "✓ secret: set (environment)",
    "✓ store: file (environment)",
    "✓ refresh: on (environment)",
  ]) {
    assert.ok(out.split("\n").includes(line), line);
  }
});

test("a wrong setting is a problem, with its remedy", async (t) => {
  const { code, problems, by } = await checks(stage(t), { ASTROCACHE_MODE: "of" });
  assert.deepEqual([code, problems], [1, 1]);
  assert.deepEqual(by.get("settings"), {
    name: "settings",
    status: "problem",
    detail:
      "astrocache: ASTROCACHE_MODE=of is not valid. Allowed: on, off, refresh, readonly, verify or bypass; verify=0.1 verifies one hit of ten.",
    remedy: "Allowed: on, off, refresh, readonly, verify or bypass; verify=0.1 verifies one hit of ten.",
  });
});

test("a password in a store's address is not shown", async (t) => {
  const { code, out } = await stage(t).run("doctor", { ASTROCACHE_STORE: "redis://me:hunter2,@x@cache.team:6379/2" });
  assert.equal(code, 0);
  assert.match(out, /store: redis:\/\/…@cache\.team:6379\/2 \(environment\)/);
  assert.ok(!out.includes("hunter2") && !out.includes("@x@"));
});

test("a wrong pattern is a problem", async (t) => {
  const { code, by } = await checks(stage(t), { ASTROCACHE: "/a.ts" });
  assert.equal(code, 1);
  assert.match(by.get("settings")?.detail ?? "", /is an absolute path/);
});

test("a file in the folder's place is a problem", async (t) => {
  const on = stage(t);
  writeFileSync(on.cache, "");
  const { code, problems, by } = await checks(on);
  assert.deepEqual([code, problems, by.get("folder")?.status, by.get("store")?.status], [1, 2, "problem", "problem"]);
});

test("other loaders are noted", async (t) => {
  const { by, code } = await checks(stage(t), { NODE_OPTIONS: "--import tsx --max-old-space-size=99" });
  assert.deepEqual([code, by.get("NODE_OPTIONS")?.status], [0, "note"]);
});
