import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { judge } from "./judge.ts";
import { hitsAtEnd, keptAtEnd, runProgram } from "./observe.ts";
import type { Run } from "./observe.ts";
import type { Figures } from "./figures.ts";
import { PASSWORD, setStage } from "./redis-faults.ts";
import type { Fault, Stage } from "./redis-faults.ts";

const TIMEOUT_MS = 400;
const FAULT_AT_MS = 1_500;
const FAULT_MS = 2_500;
const SECONDS = 10;
/** Arguments from here on were never called before. */
const NEW = 100_000;
/** Long after the store is back: a pause doubles from 1 s, and begins anew with each failed probe. */
const END_MS = 2_000;

/** A sync call may wait for connecting, twice as long as for an operation, and for its worker to start. The rest is for a busy machine. */
const LONGEST_MS = 3 * TIMEOUT_MS + 100 + 2_000 + 500;
/** Writes are waited for, two seconds at most. The rest is for a busy machine. */
const EXIT_MS = 4_000;

/** Runs the program twice: to fill the store, and with the fault in its middle. */
export async function underFault(fault: Fault): Promise<Figures> {
  const stage = await setStage();
  try {
    const env = environment(stage);
    const filled = await runProgram({ seconds: "fill", env });
    assert.equal(filled.exit, 0, filled.stderr);
    if (fault.atStart === true) await fault.begin(stage);
    const first = fault.isAboutWriting === true ? NEW : 0;
    const run = await runProgram({ seconds: SECONDS, first, env, meanwhile: () => act(fault, stage) });
    const figures = judged(fault, run);
    return fault.isAboutWriting === true ? { ...figures, ...(await lookAgain(run, env)) } : figures;
  } finally {
    await stage.proxy.stop();
    await stage.server.stop();
  }
}

/** That what was called in the end was kept. */
async function lookAgain(run: Run, env: NodeJS.ProcessEnv): Promise<Figures> {
  const again = await runProgram({ seconds: "fill", first: NEW, env });
  const [sync, asynchronous] = [keptAtEnd(run, again, "sync", END_MS), keptAtEnd(run, again, "async", END_MS)];
  assert.ok(sync > 0 && asynchronous > 0, `${sync} sync and ${asynchronous} async calls were kept`);
  return { "kept at the end": sync + asynchronous };
}

async function act(fault: Fault, stage: Stage): Promise<void> {
  await sleep(FAULT_AT_MS);
  if (fault.atStart !== true) await fault.begin(stage);
  await sleep(FAULT_MS);
  await fault.end(stage);
}

function judged(fault: Fault, run: Run): Figures {
  const figures = judge(fault.name, run, { longestMs: LONGEST_MS, exitMs: EXIT_MS, endMs: END_MS });
  const { sync, async: asynchronous } = run.observed;
  const told = `${JSON.stringify(figures)}\n${run.stderr}`;
  assert.ok(!run.stderr.includes(PASSWORD), told);
  assert.ok(
    fault.isAboutWriting === true || (hitsAtEnd(sync, END_MS) > 0 && hitsAtEnd(asynchronous, END_MS) > 0),
    told,
  );
  return figures;
}

function environment({ proxy, server }: Stage): NodeJS.ProcessEnv {
  return {
    ASTROCACHE_DIR: server.folder,
    ASTROCACHE_STORE: `redis://:${PASSWORD}@127.0.0.1:${proxy.port}`,
    ASTROCACHE_STORE_TIMEOUT: `${TIMEOUT_MS}ms`,
  };
}
