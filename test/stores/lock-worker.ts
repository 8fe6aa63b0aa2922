import { closeSync, openSync, unlinkSync } from "node:fs";
import path from "node:path";
import { createFileStore } from "../../runtime/stores/files/file.ts";
import { keyOf } from "./samples.ts";

/*
 * `lock-worker.js FOLDER TIMES die|live`: holds the lock of one key so often, and prints how often somebody else did so at the same
 * time. With `die` it ends, at the last time, in the middle of holding it.
 */

const [folder = "", times = "0", end = ""] = process.argv.slice(2);
const store = createFileStore({ folder });
const key = keyOf("shared");
const token = `${process.pid}`;
const mark = path.join(folder, "held");
const sleeper = new Int32Array(new SharedArrayBuffer(4));
let clashes = 0;

for (let count = 1; count <= Number(times); count++) {
  while (store.lock?.(key, token, 60_000) !== true) Atomics.wait(sleeper, 0, 0, 1);
  holdAlone();
  if (count === Number(times)) process.stdout.write(`${clashes}`);
  if (count === Number(times) && end === "die") process.kill(process.pid, "SIGKILL");
  store.unlock?.(key, token);
}

/** Whoever makes the mark while another one has it, clashes. */
function holdAlone(): void {
  try {
    closeSync(openSync(mark, "wx"));
  } catch {
    clashes += 1;
    return;
  }
  Atomics.wait(sleeper, 0, 0, 1);
  unlinkSync(mark);
}
