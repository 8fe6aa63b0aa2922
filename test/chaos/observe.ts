import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { PACKED_REGISTER } from "../harness/run-node.ts";
import type { Call, Observed } from "./program.ts";

const PROGRAM = fileURLToPath(new URL("./program.js", import.meta.url));

export interface Run {
  readonly observed: Observed;
  /** Milliseconds from the return of the last call to the end of the process. */
  readonly exitMs: number;
  readonly exit: number | null;
  readonly stderr: string;
}

export interface RunOptions {
  readonly seconds: number | "fill";
  /** Of the arguments. Default 0. */
  readonly first?: number;
  readonly env: NodeJS.ProcessEnv;
  readonly uid?: number;
  /** Sets the clock of the program back after a second. */
  readonly setsClockBack?: boolean;
  /** Told when the calls begin; what it does to the store goes on beside them. */
  readonly meanwhile?: () => Promise<void>;
}

export async function runProgram(options: RunOptions): Promise<Run> {
  const { seconds, first = 0, env, meanwhile, uid, setsClockBack } = options;
  const child = fork(PROGRAM, [`${seconds}`, `${first}`, setsClockBack === true ? "back" : ""], {
    execArgv: ["--import", PACKED_REGISTER],
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], ...env },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    ...(uid === undefined ? {} : { uid }),
  });
  let stderr = "";
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  let endedAt = 0;
  child.on("exit", () => (endedAt = Date.now()));
  const ended = once(child, "close");
  const [begun] = (await Promise.race([once(child, "message"), ended])) as unknown[];
  assert.equal(begun, "begun", stderr);
  const message = once(child, "message");
  await meanwhile?.();
  const [observed] = (await message) as [Observed];
  const [exit] = (await ended) as [number | null];
  return { observed, exit, stderr, exitMs: Math.round(endedAt - observed.endedAt) };
}

export function longest(calls: readonly Call[]): number {
  return calls.reduce((most, { ms }) => Math.max(most, ms), 0);
}

/** Of the calls in the last `ms` of the run, how many were answered without running. */
export function hitsAtEnd(calls: readonly Call[], ms: number): number {
  const end = calls.at(-1)?.at ?? 0;
  return calls.filter(({ at, ran }) => !ran && at > end - ms).length;
}

/** Of the calls in the last `ms` of a run, how many another run with the same arguments did not have to run again. */
export function keptAtEnd(run: Run, again: Run, form: "sync" | "async", ms: number): number {
  const calls = run.observed[form];
  const end = (calls.at(-1)?.at ?? 0) - ms;
  return calls.filter(({ at }, index) => at > end && again.observed[form][index]?.ran === false).length;
}

export function hits(calls: readonly Call[]): number {
  return calls.filter(({ ran }) => !ran).length;
}
