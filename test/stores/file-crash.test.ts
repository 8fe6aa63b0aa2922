import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { open } from "../../runtime/stores/envelopes/envelope.ts";
import { SHARED_KEYS } from "./shared-keys.ts";
import type { Seen } from "./file-worker.ts";
import { temporaryFolder } from "./samples.ts";

const WORKER = fileURLToPath(new URL("./file-worker.js", import.meta.url));
const LOCK_WORKER = fileURLToPath(new URL("./lock-worker.js", import.meta.url));

function start(folder: string, ...rest: string[]): ChildProcess {
  return spawn(process.execPath, [WORKER, folder, ...rest], { stdio: ["ignore", "pipe", "pipe"] });
}

/** Rejects where it ends before it has begun to write. */
async function started(child: ChildProcess): Promise<void> {
  assert.ok(child.stderr);
  const ended = once(child, "close").then(() => assert.fail("a writer ended by itself"));
  await Promise.race([once(child.stderr, "data"), ended]);
  ended.catch(() => "killed later, on purpose");
}

async function resultOf(child: ChildProcess): Promise<Seen> {
  let text = "";
  child.stdout?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  await once(child, "close");
  return JSON.parse(text) as Seen;
}

function countRefused(folder: string): { held: number; refused: number } {
  const store = createFileStore({ folder });
  const found = SHARED_KEYS.flatMap((key) => {
    const bytes = store.get(key);
    return bytes === undefined ? [] : [open(key, bytes).ok];
  });
  return { held: found.length, refused: found.filter((ok) => !ok).length };
}

test("writers killed by SIGKILL tear nothing", { timeout: 300_000 }, async (context) => {
  const folder = temporaryFolder(context);
  for (let round = 0; round < 10; round++) {
    const writers = [start(folder, `${round}`, "Infinity"), start(folder, `${round + 100}`, "Infinity")];
    await Promise.all(writers.map(started));
    await new Promise((resolve) => setTimeout(resolve, 5 + round * 3));
    for (const writer of writers) writer.kill("SIGKILL");
    await Promise.all(writers.map(async (writer) => once(writer, "close")));
    assert.equal(countRefused(folder).refused, 0);
  }
  assert.ok(countRefused(folder).held > 0);
  context.diagnostic(`${readdirSync(path.join(folder, "tmp")).length} orphans after 20 kills`);
});

test(
  "16 processes read, write, prune and clear one folder at once, and none fails or sees a wrong value",
  { timeout: 300_000 },
  async (context) => {
    const folder = temporaryFolder(context);
    const roles = ["clear", "prune", "prune"];
    const children = Array.from({ length: 16 }, (_, index) => start(folder, `${index}`, "400", roles[index] ?? ""));
    const all = await Promise.all(children.map(resultOf));
    for (const seen of all)
      assert.deepEqual(
        { wrong: seen.wrong, refused: seen.refused, failures: seen.failures },
        { wrong: 0, refused: 0, failures: [] },
      );
    assert.ok(all.reduce((sum, seen) => sum + seen.hits, 0) > 0);
    assert.deepEqual(readdirSync(path.join(folder, "tmp")), []);
  },
);

test(
  "threads terminated in the middle of writes tear nothing and hang nothing",
  { timeout: 300_000 },
  async (context) => {
    const folder = temporaryFolder(context);
    for (let round = 0; round < 20; round++) {
      const worker = new Worker(WORKER, { workerData: [folder, `${round}`, "Infinity"], stderr: true });
      await once(worker.stderr, "data");
      await worker.terminate();
      assert.equal(countRefused(folder).refused, 0);
    }
    assert.ok(countRefused(folder).held > 0);
  },
);

test(
  "one process at a time holds a lock, though holders are killed and their locks taken all the while",
  { timeout: 300_000 },
  async (context) => {
    const folder = temporaryFolder(context);
    const clashes = await Promise.all(Array.from({ length: 4 }, async () => holdAgainAndAgain(folder)));
    assert.deepEqual(clashes, [0, 0, 0, 0]);
  },
);

/** Clashes of one process after another, of which all but the last die while they hold the lock. */
async function holdAgainAndAgain(folder: string): Promise<number> {
  let clashes = 0;
  for (const end of ["die", "die", "die", "die", "live"]) {
    const child = spawn(process.execPath, [LOCK_WORKER, folder, "10", end], { stdio: ["ignore", "pipe", "inherit"] });
    let text = "";
    child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString()));
    await once(child, "close");
    clashes += Number(text);
  }
  return clashes;
}
