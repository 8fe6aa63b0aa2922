import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Seen } from "./session.ts";

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

export interface HookedRun extends Run {
  readonly seen: readonly Seen[];
}

export type OnOutput = (stdout: string, stop: () => void) => void;

export type Files = Readonly<Record<string, string>>;

export const PRELOAD = new URL("./preload.js", import.meta.url).href;
export const TSX = import.meta.resolve("tsx");
export const TSX_CLI = fileURLToPath(import.meta.resolve("tsx/cli"));
/** Another loader, through `Module.register`; it changes nothing. */
export const ASYNC = new URL("./async-loader.js", import.meta.url).href;
/** Another loader, through `Module.registerHooks` where there is one; it changes nothing. */
export const SYNC = new URL("./sync-loader.js", import.meta.url).href;

/** For a program that hangs, on a machine that is busy. */
const LIMIT = { timeout: 120_000, killSignal: "SIGKILL" } as const;

/** A folder with these files, outside of any package. */
export class Project {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "astrocache-hooks-")));

  constructor(files: Files, links: Files = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    for (const [name, target] of Object.entries(links)) this.#link(name, target);
  }

  write(name: string, text: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** `onOutput` sees all of stdout so far, and may stop the process. */
  run(args: readonly string[], env: NodeJS.ProcessEnv = {}, onOutput?: OnOutput): Promise<Run> {
    // Other tests cover the same code; what these many processes cover would take longer to write than they run.
    const clean = { ...process.env, NODE_OPTIONS: "", NODE_TEST_CONTEXT: undefined, NODE_V8_COVERAGE: "", ...env };
    return execute(this.folder, args, clean, onOutput);
  }

  /** Runs with the log of a test listener, which `args` or `env` have to preload. */
  async runLogged(args: readonly string[], env: NodeJS.ProcessEnv = {}, onOutput?: OnOutput): Promise<HookedRun> {
    const log = join(mkdtempSync(join(tmpdir(), "astrocache-log-")), "seen.jsonl");
    writeFileSync(log, "");
    const run = await this.run(args, { ...env, AC_TEST_LOG: log }, onOutput);
    const lines = readFileSync(log, "utf8").split("\n").filter(Boolean);
    rmSync(dirname(log), { recursive: true });
    return { ...run, seen: lines.map((line) => JSON.parse(line) as Seen) };
  }

  /** Of a URL: the file's name in the folder. */
  fileOf(url: string): string {
    return this.nameOf(url.replace(/[?#].*$/s, ""));
  }

  /** A path for people: relative to the folder, with what follows it in a URL. */
  nameOf(url: string): string {
    const [, path = url, rest = ""] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
    if (!path.startsWith("file:")) return url;
    const name = relative(this.folder, fileURLToPath(path)).replaceAll("\\", "/");
    return (name.startsWith("..") ? fileURLToPath(path) : name) + rest;
  }

  #link(name: string, target: string): void {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(this.folder, target), path, "junction");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export async function withProject(files: Files, check: (project: Project) => Promise<void>): Promise<void> {
  const project = new Project(files);
  try {
    await check(project);
  } finally {
    project.remove();
  }
}

function execute(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv, onOutput?: OnOutput): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], ...LIMIT });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
      onOutput?.(stdout, () => child.kill());
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ stdout, stderr, code }));
  });
}
