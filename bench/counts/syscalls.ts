import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../runner/folders.ts";
import { type ChildRun, runProcess } from "../runner/nodes.ts";

/** Containers may have it and forbid it. */
export const HAS_STRACE = spawnSync("strace", ["-f", "-c", "-o", "/dev/null", "true"]).status === 0;

/** How often a process makes each system call, in all of its threads. */
export function countSystemCalls({
  node = process.execPath,
  args,
  ...run
}: ChildRun): (names: readonly string[]) => number {
  const file = join(makeFolder("strace"), "counts");
  runProcess({ ...run, node: "strace", args: ["-f", "-c", "-o", file, node, ...args] });
  const rows = readFileSync(file, "utf8").split("\n");
  const counts = new Map(rows.map((row) => row.trim().split(/\s+/)).map((cells) => [cells.at(-1), Number(cells[3])]));
  return (names) => names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
}
