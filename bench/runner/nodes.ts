import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { nodeBinary } from "../../test/matrix/node-binary.ts";

export const NODE_20 = process.versions.node.startsWith("20.") ? process.execPath : nodeBinary("20.20.2");
export const NODE_24 = nodeBinary("24.21.0");

/** A loader that does nothing, as `--import` takes it. */
export const EMPTY_LOADER = fileURLToPath(new URL("../programs/empty-register.js", import.meta.url));

/** The hook as the package ships it, as `--import` takes it. */
export const HOOK = new URL("../../bundle/register.js", import.meta.url).href;

/** Without the variables that would change what a program does or costs. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(ASTROCACHE|NODE_|npm_)/.test(name));
  return Object.fromEntries(kept);
}

export interface ChildRun {
  readonly node?: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** How long a process takes from start to end, in milliseconds. */
export function timeProcess(run: ChildRun): number {
  const start = performance.now();
  runProcess(run);
  return performance.now() - start;
}

/** The number that a program prints. */
export function printedNumber(run: ChildRun): number {
  const number = Number.parseFloat(runProcess(run).trim().split("\n").at(-1) ?? "");
  if (Number.isNaN(number)) throw new Error(`${run.args.join(" ")} printed no number`);
  return number;
}

/** Runs it to its end, and gives what it printed. Throws where it failed. */
export function runProcess({ node = process.execPath, args, cwd, env }: ChildRun): string {
  const { status, stdout, stderr, error } = spawnSync(node, args, {
    cwd,
    encoding: "utf8",
    env: { ...cleanEnvironment(), ...env },
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`${node} ${args.join(" ")} ended with ${status}: ${stderr}`, { cause: error });
  return stdout;
}
