import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers/promises";
import { callsOf, contradictions, type ReportFile } from "./calls.ts";
import { readCase, type CaseFile, type Step } from "./case-file.ts";
import { damage, makeWritable } from "./damage.ts";
import { edited, readFiles, writeFiles, type Files } from "./project.ts";
import { NO_COVERAGE, PACKED_REGISTER, REGISTER, TSX, runNode, type NodeRun } from "./run-node.ts";
import { sortStderr } from "./stderr.ts";

/** Where one case runs: the project twice, once for runs with the hook and once for runs without. */
interface Room {
  readonly folder: string;
  readonly caseFolder: string;
  readonly file: CaseFile;
  /** Runs without the hook, by what they depend on: the same program is run once. */
  readonly plainRuns: Map<string, NodeRun>;
  hooked: string;
  files: Files;
  readonly register: string;
  /** Nothing where what it covers is to be said. */
  coverage: NodeJS.ProcessEnv;
}

/** From `dist/test/harness`. */
const DIST = fileURLToPath(new URL("../..", import.meta.url));

/** The package as a program imports it. */
function installPackage(folder: string, register: string): void {
  const main = `./dist/${register === REGISTER ? "runtime" : "bundle"}/index.js`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "astrocache", type: "module", exports: main }));
  symlinkSync(DIST, join(folder, "dist"), "junction");
}

/**
 * Runs the steps of a case one after the other. Throws at the first that does not go as stated. `isMeasured`: its first run
 * with the hook says what it covers, of the modules that the package is made of; the others run the package.
 */
export async function runCase(caseFolder: string, isMeasured: boolean): Promise<void> {
  const file = readCase(caseFolder);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "astrocache-case-")));
  const files = readFiles(join(caseFolder, "before"));
  const register = isMeasured ? REGISTER : PACKED_REGISTER;
  const room: Room = {
    folder,
    caseFolder,
    file,
    files,
    plainRuns: new Map(),
    hooked: join(folder, "app"),
    register,
    coverage: isMeasured ? {} : NO_COVERAGE,
  };
  // Beside the project, where Node looks for it as well.
  installPackage(join(folder, "node_modules/astrocache"), register);
  try {
    await runSteps(room);
  } finally {
    if (existsSync(cacheOf(room))) makeWritable(cacheOf(room));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runSteps(room: Room): Promise<void> {
  let stdout: readonly string[] = [];
  for (const [index, step] of room.file.steps.entries()) {
    stdout = step.stdout ?? stdout;
    try {
      await runStep(room, step, stdout);
    } catch (cause) {
      throw new Error(`step ${index + 1}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  }
}

async function runStep(room: Room, step: Step, stdout: readonly string[]): Promise<void> {
  prepare(room, step);
  if (step.wait !== undefined) await setTimeout(step.wait);
  const { run, report } = await runHooked(room, step);
  if (step.refused !== undefined) return assertRefused(run, step.refused);
  const { trace, notices, rest } = sortStderr(run.stderr);
  const plain = await runPlain(room, step);
  if (step.differential === true)
    return assertSame({ ...run, stderr: rest }, { ...plain, stderr: sortStderr(plain.stderr).rest });
  assertPlain(run, rest, plain, stdout, step.exit ?? 0);
  assert.deepEqual(
    { calls: report === undefined ? {} : callsOf(report), ran: trace },
    { calls: step.calls, ran: step.ran },
  );
  assert.deepEqual(report === undefined ? [] : contradictions(report), [], "the report contradicts itself");
  for (const pattern of step.says ?? []) {
    assert.ok(
      notices.some((line) => new RegExp(pattern).test(line)),
      `nothing matches ${pattern} in: ${notices.join("\n")}`,
    );
  }
}

function prepare(room: Room, step: Step): void {
  room.files = edited(room.files, step, room.caseFolder);
  if (step.moved === true) {
    const place = `${room.hooked}-elsewhere`;
    renameSync(room.hooked, place);
    room.hooked = place;
  }
  writeFiles(room.hooked, room.files, room.file.links ?? {});
  if (step.cache !== undefined) damage(cacheOf(room), step.cache);
}

interface HookedRun {
  readonly run: NodeRun;
  /** Undefined where no target was selected. */
  readonly report: ReportFile | undefined;
}

async function runHooked(room: Room, step: Step): Promise<HookedRun> {
  const path = join(room.folder, "report.json");
  rmSync(path, { force: true });
  const pattern = step.pattern ?? room.file.pattern;
  const run = await runNode(["--import", room.register, ...argv(room, step)], room.hooked, {
    ASTROCACHE_DIR: cacheOf(room),
    ASTROCACHE_REPORT: path,
    ...room.coverage,
    ...(pattern === undefined ? {} : { ASTROCACHE: pattern }),
    ...environment(room, step),
  });
  room.coverage = NO_COVERAGE;
  return { run, report: existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as ReportFile) : undefined };
}

async function runPlain(room: Room, step: Step): Promise<NodeRun> {
  const key = JSON.stringify([...room.files, argv(room, step), environment(room, step)]);
  const known = room.plainRuns.get(key);
  if (known !== undefined) return known;
  const place = join(room.folder, "plain");
  writeFiles(place, room.files, room.file.links ?? {});
  const loader = [...room.files.keys()].some((name) => /\.[cm]?tsx?$/.test(name)) ? ["--import", TSX] : [];
  const run = await runNode([...loader, ...argv(room, step)], place, withoutSettings(environment(room, step)));
  room.plainRuns.set(key, run);
  return run;
}

/** Output, exit code and what the program itself wrote on stderr are those of the run without the hook, and those stated. */
function assertPlain(run: NodeRun, rest: string, plain: NodeRun, stdout: readonly string[], exit: number): void {
  const wanted = { stdout: stdout.map((line) => `${line}\n`).join(""), exit };
  assert.deepEqual({ stdout: plain.stdout, exit: plain.exit }, wanted, `without the hook; stderr: ${plain.stderr}`);
  assert.deepEqual({ stdout: run.stdout, exit: run.exit }, wanted, `with the hook; stderr: ${run.stderr}`);
  assert.equal(rest, sortStderr(plain.stderr).rest, "stderr with and without the hook");
}

function assertSame(run: NodeRun, plain: NodeRun): void {
  assert.equal(plain.exit, 0, `without the hook; stderr: ${plain.stderr}`);
  assert.deepEqual(run, plain, "with and without the hook");
}

function assertRefused(run: NodeRun, texts: readonly string[]): void {
  assert.notEqual(run.exit, 0, "the program ran");
  for (const text of texts) assert.ok(run.stderr.includes(text), `stderr lacks ${JSON.stringify(text)}: ${run.stderr}`);
}

function argv(room: Room, step: Step): string[] {
  const flags = step.flags ?? room.file.flags ?? [];
  return [...flags, step.entry ?? room.file.entry ?? "app.ts", ...(step.args ?? room.file.args ?? [])];
}

function environment(room: Room, step: Step): Readonly<Record<string, string>> {
  return { ...room.file.env, ...step.env };
}

function withoutSettings(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith("ASTROCACHE")));
}

function cacheOf(room: Room): string {
  return join(room.folder, "cache");
}
