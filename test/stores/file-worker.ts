import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { open, seal } from "../../runtime/stores/envelopes/envelope.ts";
import { pruneFolder } from "../../runtime/stores/files/prune.ts";
import { SHARED_KEYS } from "./shared-keys.ts";
import { derivedBytes, entryOf } from "./samples.ts";

/*
 * Writes and reads a folder from a process or thread of its own: `file-worker.js FOLDER SEED COUNT [clear|prune]`.
 * Every value follows from its key, so that a torn or misplaced one is seen. Prints what it saw as JSON.
 */

export interface Seen {
  readonly reads: number;
  readonly hits: number;
  readonly wrong: number;
  readonly refused: number;
  readonly failures: readonly string[];
}

const [folder = "", seed = "0", count = "0", clearing = ""] = isMainThread
  ? process.argv.slice(2)
  : (workerData as string[]);
if (folder !== "") tell(run());

function run(): Seen {
  const store = createFileStore({ folder });
  const seen = { reads: 0, hits: 0, wrong: 0, refused: 0, failures: [] as string[] };
  let random = Number(seed);
  for (let step = 0; step < Number(count); step++) {
    random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
    const key = SHARED_KEYS[random % SHARED_KEYS.length] ?? "";
    try {
      if (clearing === "prune" && step % 20 === 7)
        pruneFolder(folder, { maxBytes: 400_000, maxAgeMs: 60_000 }, Date.now());
      else if (clearing === "clear" && step % 50 === 25) store.clear();
      else if (step % 2 === 0)
        store.set(key, seal(key, entryOf(derivedBytes(key, lengthOf(key)))), undefined, store.fence());
      else look(key, store.get(key), seen);
    } catch (error) {
      seen.failures.push(String(error));
    }
    if (step === 4) process.stderr.write("started\n");
  }
  return seen;
}

function look(
  key: string,
  bytes: Uint8Array | undefined,
  seen: { reads: number; hits: number; wrong: number; refused: number },
): void {
  seen.reads += 1;
  if (bytes === undefined) return;
  const opened = open(key, bytes);
  if (!opened.ok) seen.refused += 1;
  else if (Buffer.from(opened.entry.value).equals(derivedBytes(key, lengthOf(key)))) seen.hits += 1;
  else seen.wrong += 1;
}

/** From 100 bytes to above one read of the store. */
function lengthOf(key: string): number {
  return 100 + (Number.parseInt(key.slice(0, 8), 16) % 100_000);
}

function tell(seen: Seen): void {
  if (isMainThread) process.stdout.write(JSON.stringify(seen));
  else parentPort?.postMessage(seen);
}
