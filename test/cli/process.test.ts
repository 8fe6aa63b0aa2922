import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { stage, type Stage } from "./stage.ts";

const main = fileURLToPath(new URL("../../cli/main.js", import.meta.url));

function cli(
  { root, cache }: Stage,
  ...args: readonly string[]
): { status: number | null; stdout: string; stderr: string } {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  return spawnSync(process.execPath, [main, ...args], {
    cwd: root,
    env: { ...env, ASTROCACHE_DIR: cache },
    encoding: "utf8",
  });
}

test("as a process: output, errors, exit codes, and no colours in a pipe", (t) => {
  const on = stage(t);
  const help = cli(on, "--help");
  assert.deepEqual([help.status, help.stderr], [0, ""]);
  assert.match(help.stdout, /^astrocache – /);
  const wrong = cli(on, "lss");
  assert.deepEqual(
    [wrong.status, wrong.stdout, wrong.stderr],
    [2, "", 'astrocache: unknown command "lss". Did you mean ls?\n'],
  );
});

test("a reader that leaves early is no failure", (t) => {
  const on = stage(t);
  for (let index = 0; index < 1_500; index += 1) on.put(`my-app:src/a.ts#${"name".repeat(20)}${index}`);
  const line = `"${process.execPath}" "${main}" ls | head -n 1; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", line], {
    cwd: on.root,
    env: { ...process.env, ASTROCACHE_DIR: on.cache },
    encoding: "utf8",
  });
  assert.match(stdout, /^function .*\n0\n$/);
  assert.equal(stderr, "");
});

test("run starts the program hooked, with its arguments and settings, and exits as it does", (t) => {
  const on = stage(t);
  const shown =
    "[process.argv.slice(2), process.execArgv.length, process.env.ASTROCACHE_MODE, process.env.ASTROCACHE, process.env.ASTROCACHE_REFRESH]";
  writeFileSync(path.join(on.root, "app.mjs"), `console.log(JSON.stringify(${shown})); process.exitCode = 7;`);
  const { status, stdout, stderr } = cli(
    on,
    "run",
    "--mode=readonly",
    "--pattern",
    "src/a.ts",
    "app.mjs",
    "--json",
    "x",
  );
  assert.equal(stderr, "");
  assert.deepEqual([status, JSON.parse(stdout)], [7, [["--json", "x"], 2, "readonly", "src/a.ts", null]]);
  const withNode = cli(on, "run", "--refresh", "--", "--no-warnings", "app.mjs");
  assert.deepEqual([withNode.status, JSON.parse(withNode.stdout)], [7, [[], 3, null, null, "1"]]);
});

test("run tells a signal as a shell does", { skip: process.platform === "win32" }, (t) => {
  const on = stage(t);
  writeFileSync(path.join(on.root, "app.mjs"), "process.kill(process.pid, 'SIGKILL'); setTimeout(() => {}, 60_000);");
  assert.equal(cli(on, "run", "app.mjs").status, 137);
});
