import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCli } from "../../cli/run-cli.ts";
import type { Manifest } from "../../loader/digest/manifest.ts";
import { readCase } from "../harness/case-file.ts";
import { edited, readFiles, writeFiles, type Files } from "../harness/project.ts";
import { PACKED_REGISTER, runNode } from "../harness/run-node.ts";
import { IS_THOROUGH } from "../harness/thorough.ts";

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const CASES = join(SOURCES, "test/cases");
const EXAMPLES = join(SOURCES, "examples");

const MOVIES = join(createRequire(import.meta.url).resolve("vega-datasets"), "../../data/movies.json");

interface Program {
  readonly name: string;
  readonly files: Files;
  readonly links: Readonly<Record<string, string>>;
  readonly entry: string;
  readonly flags: readonly string[];
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The program edits its own sources while it runs. */
const CHANGES_ITSELF = ["store/row-30-edited-before-it-was-read", "store/row-30-edited-while-running"];

/** Modules that a program loads by a `require` which was passed on: no text says so, and files show them as programs of their own, or not. */
const LOADED_UNNAMED = ["modules/module-require two.js"];

describe("a run and the files give the same digests", { concurrency: availableParallelism() }, () => {
  for (const program of [...casePrograms().filter(isTaken), ...examplePrograms()])
    test(program.name, async () => {
      const { run, files } = await bothManifests(program);
      const modules = new Map(files.modules.map((module) => [module.file, module]));
      const named = run.modules.filter(({ file }) => !LOADED_UNNAMED.includes(`${program.name} ${file}`));
      for (const module of named) assert.deepEqual(modules.get(module.file), module);
      const targets = new Map(files.targets.map((target) => [target.id, target]));
      for (const { id, codeDigest, parts } of run.targets) {
        const target = targets.get(id);
        assert.deepEqual(new Set(target?.parts), new Set(parts), id);
        assert.equal(target?.codeDigest, codeDigest, id);
      }
    });
});

/** All cases take most of a minute: every sixteenth, unless all are asked for (`npm run test:thorough`). */
function isTaken(_: Program, index: number): boolean {
  return IS_THOROUGH || index % 16 === 0;
}

async function bothManifests(program: Program): Promise<{ run: Manifest; files: Manifest }> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "astrocache-manifest-")));
  try {
    const root = join(folder, "app");
    writeFiles(root, program.files, program.links);
    const env = { ...program.env, ASTROCACHE_DIR: join(folder, "cache"), ASTROCACHE_REPORT: "off" };
    const path = join(folder, "manifest.json");
    await runNode(["--import", PACKED_REGISTER, ...program.flags, program.entry, ...program.args], root, {
      ...env,
      ASTROCACHE_MANIFEST: path,
    });
    // Nothing that the run has kept is of use to the other.
    rmSync(join(folder, "cache"), { recursive: true, force: true });
    const files = await digest(root, program.entry, env);
    return { run: JSON.parse(readFileSync(path, "utf8")) as Manifest, files };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function digest(root: string, entry: string, env: Readonly<Record<string, string>>): Promise<Manifest> {
  let out = "";
  let err = "";
  await runCli({
    args: ["digest", "--json", "--entry", entry],
    env,
    cwd: root,
    now: 0,
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  assert.notEqual(out, "", err);
  return JSON.parse(out) as Manifest;
}

function casePrograms(): Program[] {
  const folders = readdirSync(CASES, { recursive: true, withFileTypes: true })
    .filter(({ name }) => name === "case.json")
    .map(({ parentPath }) => parentPath)
    .toSorted();
  return folders.flatMap((folder): Program[] => {
    const file = readCase(folder);
    const [step] = file.steps;
    const name = relative(CASES, folder);
    if (step === undefined || step.refused !== undefined || CHANGES_ITSELF.includes(name)) return [];
    const pattern = step.pattern ?? file.pattern;
    const program = {
      name,
      files: edited(readFiles(join(folder, "before")), step, folder),
      links: file.links ?? {},
      entry: step.entry ?? file.entry ?? "app.ts",
      flags: step.flags ?? file.flags ?? [],
      args: step.args ?? file.args ?? [],
      env: { ...(pattern === undefined ? {} : { ASTROCACHE: pattern }), ...(step.env ?? file.env) },
    };
    return [program];
  });
}

function examplePrograms(): Program[] {
  return [
    { name: "films", entry: "films/main.ts", args: [MOVIES] },
    { name: "commonjs", entry: "commonjs/main.cjs", args: [] },
    { name: "scrape", entry: "scrape/main.ts", args: [] },
  ].map(({ name, entry, args }) => ({
    name: `examples/${name}`,
    files: new Map([
      ...[...readFiles(join(EXAMPLES, name))].map(([file, text]) => [`${name}/${file}`, text] as const),
      ["package.json", JSON.stringify({ name, version: "1.0.0", type: "module" })],
    ]),
    links: {},
    entry,
    flags: [],
    args,
    env: {},
  }));
}
