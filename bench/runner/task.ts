import { fileURLToPath } from "node:url";
import { type ChildRun, HOOK, printedNumber } from "./nodes.ts";

const TASKS = fileURLToPath(new URL("../programs/tasks.js", import.meta.url));
const BENCH = fileURLToPath(new URL("..", import.meta.url));

/** A run of `programs/tasks.ts`. */
export interface Task {
  readonly name: string;
  /** Bytes of each result. */
  readonly size: number;
  readonly calls: number;
  /** So many of them at once; default 1. */
  readonly together?: number;
  /** Other calls that go before and are not counted; default 1, for what is done once. */
  readonly before?: number;
  readonly folder: string;
  readonly isHooked?: boolean;
  /** Of the stores; default `file`. */
  readonly store?: string;
}

/** Microseconds for one of its calls, in a new process. */
export function taskTime(task: Task): number {
  return printedNumber(taskRun(task));
}

export function taskRun({
  name,
  size,
  calls,
  together = 1,
  before = 1,
  folder,
  isHooked = false,
  store,
}: Task): ChildRun {
  const args = [TASKS, name, String(size), String(calls), String(together), String(before)];
  const settings = {
    ASTROCACHE: "subjects/texts.js#text, subjects/texts.js#textLater",
    ASTROCACHE_ROOT: BENCH,
    ASTROCACHE_DIR: folder,
    ASTROCACHE_REPORT: "off",
    ...(store === undefined ? {} : { ASTROCACHE_STORE: store }),
  };
  const env = { BENCH_FOLDER: folder, BENCH_REDIS: store, ...(isHooked ? settings : {}) };
  return { args: isHooked ? ["--import", HOOK, ...args] : args, env };
}
