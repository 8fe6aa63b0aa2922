/**
 * Installs the packed package into an empty project, once with npm and once with pnpm's isolated `node_modules`, and runs
 * a TypeScript program with the one flag. Needs the package registry. `node dist/test/package/check.js`
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

const PROGRAM = `
enum Unit { gram = 1, kilo = 1000 }
// @astrocache
function weigh(amount: number, unit: Unit): number {
  console.error("ran weigh");
  return amount * unit;
}
console.log(weigh(2, Unit.kilo));
`;

const scratch = mkdtempSync(join(tmpdir(), "astrocache-package-"));
try {
  const tarball = pack(scratch);
  check("npm", tarball, [process.env["npm_execpath"] ?? "npm", "install", "--no-audit", "--no-fund"]);
  check("pnpm", tarball, [pnpm(), "install", "--ignore-scripts"]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function pack(folder: string): string {
  run(["npm", "pack", "--ignore-scripts", "--pack-destination", folder], root);
  const name = readdirSync(folder).find((file) => file.endsWith(".tgz"));
  assert.ok(name !== undefined, "npm pack wrote no file");
  return join(folder, name);
}

/** Its only export is its package.json. */
function pnpm(): string {
  const manifest = createRequire(import.meta.url).resolve("pnpm");
  return join(dirname(manifest), "bin/pnpm.cjs");
}

/** The first run must run the function, the second must answer it, with the same output; the command must answer, too. */
function check(manager: string, tarball: string, install: readonly string[]): void {
  const project = mkdtempSync(join(scratch, `${manager}-`));
  writeFileSync(join(project, "app.ts"), PROGRAM);
  const dependencies = { astrocache: `file:${tarball}` };
  writeFileSync(
    join(project, "package.json"),
    JSON.stringify({ name: "app", version: "1.0.0", type: "module", dependencies }),
  );
  run(install, project);
  const env = { ASTROCACHE_DIR: join(project, "cache") };
  const app = [process.execPath, "--import", "astrocache/register", "app.ts"];
  const cold = run(app, project, env);
  const warm = run(app, project, env);
  assert.equal(cold.stdout, "2000\n", `${manager}: output of the first run`);
  assert.match(cold.stderr, /ran weigh/, `${manager}: the first run must run the function`);
  assert.equal(warm.stdout, "2000\n", `${manager}: output of the second run`);
  assert.doesNotMatch(warm.stderr, /ran weigh/, `${manager}: the second run must not run the function`);
  assert.match(warm.stderr, /astrocache: 1 hit/, `${manager}: report line`);
  const bin = join(project, "node_modules/.bin/astrocache");
  assert.match(run([bin, "--help"], project).stdout, /astrocache/, `${manager}: the command`);
  console.log(`${manager}: installed, ran, answered`);
}

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Output {
  const [program = "", ...rest] = command;
  const isScript = /\.c?js$/.test(program);
  const argv = isScript ? [program, ...rest] : rest;
  const result = spawnSync(isScript ? process.execPath : program, argv, {
    cwd,
    encoding: "utf8",
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    shell: process.platform === "win32" && !isScript,
  });
  assert.equal(result.status, 0, `${command.join(" ")} failed:\n${result.error ?? ""}${result.stdout}${result.stderr}`);
  return { stdout: result.stdout, stderr: result.stderr };
}
