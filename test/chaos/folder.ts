import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Figures } from "./figures.ts";
import { tolerate } from "./folder-harm.ts";
import { judge } from "./judge.ts";
import { keptAtEnd, runProgram } from "./observe.ts";
import type { Run, RunOptions } from "./observe.ts";

/** What happens to the folder of a program while it runs. */
export interface Harm {
  /** Done every 100 ms for one and a half seconds. */
  readonly harm: (folder: string) => void;
  /** Done at the end of it. */
  readonly mend?: (folder: string) => void;
  /** The program runs as this user. */
  readonly uid?: number;
  readonly setsClockBack?: boolean;
}

const HARM_MS = 1_500;
const SECONDS = 6;
/** The harm is over long before, and so are the pauses after failures: 1 s, then 2 s. */
const END_MS = 1_500;
const LONGEST_MS = 2_000;
/** Writes are waited for, two seconds at most. The rest is for a busy machine. */
const EXIT_MS = 4_000;

/** The program fills the folder, runs again while it is harmed, and runs a third time to see what was kept in the end. */
export async function inFolder(given: Harm): Promise<Figures> {
  const place = mkdtempSync(path.join(tmpdir(), "astrocache-chaos-"));
  if (given.uid !== undefined) chownSync(place, given.uid, given.uid);
  const folder = path.join(place, "cache");
  try {
    return await observe(folder, given);
  } finally {
    if (given.uid !== undefined) tolerate(() => chmodSync(folder, 0o700));
    rmSync(place, { recursive: true, force: true });
  }
}

/** The same in a file system of its own. `options`: of `mount`, such as `size=300k`. */
export async function inMount(options: string, given: Harm): Promise<Figures> {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-mount-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `${options},mode=700`, "none", folder]);
  try {
    return await observe(folder, given);
  } finally {
    execFileSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function observe(folder: string, { harm, mend, uid, setsClockBack = false }: Harm): Promise<Figures> {
  const always = { env: { ASTROCACHE_DIR: folder }, ...(uid === undefined ? {} : { uid }) };
  await runWell({ ...always, seconds: 2 });
  const run = await runProgram({
    ...always,
    seconds: SECONDS,
    setsClockBack,
    async meanwhile() {
      for (const end = performance.now() + HARM_MS; performance.now() < end;) {
        await sleep(100);
        tolerate(() => harm(folder));
      }
      mend?.(folder);
    },
  });
  const figures = judge("", run, { longestMs: LONGEST_MS, exitMs: EXIT_MS });
  const again = await runWell({ ...always, seconds: "fill" });
  const [sync, asynchronous] = [keptAtEnd(run, again, "sync", END_MS), keptAtEnd(run, again, "async", END_MS)];
  // A sync function has a time to live here, and an entry from a day ago is over.
  assert.ok((sync > 0 || setsClockBack) && asynchronous > 0, `${sync} sync and ${asynchronous} async calls were kept`);
  return { ...figures, "kept at the end": sync + asynchronous };
}

async function runWell(options: RunOptions): Promise<Run> {
  const run = await runProgram(options);
  assert.equal(run.exit, 0, run.stderr);
  assert.equal(run.observed.wrong, 0, run.stderr);
  return run;
}
