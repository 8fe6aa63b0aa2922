import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

const MODULES = join(here, "../../loader/register.js");
const BUNDLE = join(here, "../../bundle/register.js");

/** The built hook, as `--import` takes it: the modules that the package is made of, for runs that say what they cover or load. */
export const REGISTER = pathToFileURL(MODULES).href;

/** The same as the package has it, which starts in half the time, for the many that need not say it. */
export const PACKED_REGISTER = pathToFileURL(isBundled() ? BUNDLE : MODULES).href;

/** tsx, for runs of TypeScript without the hook: Node 20 runs none by itself, the others no enums. */
export const TSX = import.meta.resolve("tsx");

/** For a process that need not say what it covers. Node hands its own setting on where there is none. */
export const NO_COVERAGE: NodeJS.ProcessEnv = { NODE_V8_COVERAGE: "" };

export interface NodeRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number | string;
}

/** No program of a test takes longer than this, on any machine. Milliseconds. */
const TIMEOUT = 120_000;

/** Variables of the surroundings that would change what a program does or costs. */
const DROPPED = /^(ASTROCACHE|NODE_|FORCE_COLOR|NO_COLOR|CI$|XDG_)/;

/** Runs `node ARGV` in `cwd`, with `env` over a bare environment. */
export async function runNode(argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<NodeRun> {
  const child = spawn(process.execPath, argv, {
    cwd,
    env: { ...bareEnvironment(), ...coverageOf(argv), ...env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIMEOUT,
  });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  return await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ ...output, exit: code ?? signal ?? "unknown" }));
  });
}

/** A process without the hook runs none of the measured code, and the bundle would take long to tell of. */
function coverageOf(argv: readonly string[]): NodeJS.ProcessEnv {
  return argv.includes(REGISTER) ? {} : NO_COVERAGE;
}

/** Not where tsc has written since, and nobody put together anew what it wrote. */
function isBundled(): boolean {
  return existsSync(BUNDLE) && statSync(BUNDLE).mtimeMs >= statSync(MODULES).mtimeMs;
}

function bareEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !DROPPED.test(name)));
}
