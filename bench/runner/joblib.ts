import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { printedNumber } from "./nodes.ts";
import type { Contestant } from "./scenario.ts";

const PROGRAM = fileURLToPath(new URL("../../../bench/peers/memory.py", import.meta.url));

/** The system's Python before one that a version manager put in front: Debian's package is for the former. */
const PYTHON = ["/usr/bin/python3", "python3"].find(
  (python) => spawnSync(python, ["-c", "import joblib"], { stdio: "ignore" }).status === 0,
);

/** Python's memoizer on disk, where it is installed. */
export function joblib(size: number, calls: number, folder: () => string): Contestant[] {
  if (PYTHON === undefined) return [];
  const run = { node: PYTHON, args: [PROGRAM, String(size), String(calls)] };
  return [{ name: "joblib", sample: () => printedNumber({ ...run, env: { BENCH_FOLDER: folder() } }) }];
}
