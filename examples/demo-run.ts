import { type ChildProcessByStdio, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";

export interface ProgramRun {
  readonly title: string;
  readonly stdout: string;
  readonly seconds: number;
  /** What astrocache itself said on stderr. */
  readonly line: string;
  /** Undefined without the hook. */
  readonly report: DemoReport | undefined;
}

/** The part of astrocache's JSON report that the demo shows. */
interface DemoReport {
  readonly hits: number;
  readonly targets: readonly DemoTarget[];
}

export interface DemoTarget {
  readonly file: string;
  readonly name: string;
  readonly hits: number;
  readonly misses: number;
  readonly bypassed: number;
  readonly missReasons: Readonly<Record<string, number>>;
  readonly bypassReasons: Readonly<Record<string, number>>;
}

interface ProgramOptions {
  readonly title: string;
  readonly hooked: boolean;
  readonly folder: string;
  readonly program: string;
  readonly data: string;
}

const DIST = join(dirname(fileURLToPath(import.meta.url)), "..");
const REGISTER = pathToFileURL(join(DIST, "loader/register.js")).href;
const CLI = join(DIST, "cli/main.js");
const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];

/** What `astrocache why` says of the last run. */
export async function runWhy(folder: string): Promise<string> {
  const env = { ...process.env, ASTROCACHE_DIR: join(folder, "cache") };
  const { code, stdout, stderr } = await finish(spawn(process.execPath, [CLI, "why"], { cwd: folder, env, stdio }));
  if (code !== 0) throw new Error(`astrocache why ended with ${String(code)}:\n${stdout}${stderr}`);
  return stdout.trimEnd();
}

/** Throws where the program fails. */
export async function runProgram({ title, hooked, folder, program, data }: ProgramOptions): Promise<ProgramRun> {
  const path = join(folder, `${title}.json`);
  const env = { ...process.env, ASTROCACHE_DIR: join(folder, "cache"), ASTROCACHE_REPORT: path };
  const loader = hooked ? REGISTER : import.meta.resolve("tsx");
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", loader, program, data], { cwd: folder, env, stdio });
  const { code, ...output } = await finish(child);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`The run "${title}" ended with ${String(code)}:\n${output.stderr}`);
  const report = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as DemoReport) : undefined;
  return { title, stdout: output.stdout, line: output.stderr.trim(), seconds, report };
}

interface Finished {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

async function finish(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Finished> {
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
  return { code, ...output };
}
