import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../runner/folders.ts";
import { type ChildRun, HOOK } from "../runner/nodes.ts";
import { leafOf, makeProject, tree } from "../runner/projects.ts";
import { taskRun } from "../runner/task.ts";
import { type Counted, HITS, MODULES } from "./bounds.ts";
import { type Census, takeCensus } from "./covered.ts";
import { countSystemCalls, HAS_STRACE } from "./syscalls.ts";

const OWN = /\/dist\/bundle\//;
const PACKAGES = /\/node_modules\//;

/** Counts what starts and calls do: the same on any machine. */
export function count(): Partial<Record<Counted, number>> {
  return { ...countStarts(), ...(HAS_STRACE ? countCalls() : {}) };
}

function countStarts(): Partial<Record<Counted, number>> {
  const cwd = makeProject(tree(MODULES));
  const env = { ASTROCACHE_DIR: makeFolder("counts"), ASTROCACHE_REPORT: "off" };
  const run = (pattern?: string): Census => {
    const picked = pattern === undefined ? {} : { ASTROCACHE: pattern };
    return takeCensus({ args: ["--import", HOOK, "main.js"], cwd, env: { ...env, ...picked } });
  };
  const nothing = run();
  const cold = run("m0.js#price");
  const warm = run("m0.js#price");
  const leaf = leafOf(MODULES);
  writeFileSync(join(cwd, leaf), tree(MODULES, 1).get(leaf) ?? "");
  const edited = run("m0.js#price");
  return {
    "nothing selected: own files loaded": matching(nothing, OWN),
    "nothing selected: files of packages loaded": matching(nothing, PACKAGES),
    "cold: texts analyzed": analyzed(cold),
    "cold: texts rewritten": rewritten(cold),
    "warm: own files loaded": matching(warm, OWN),
    "warm: files of packages loaded": matching(warm, PACKAGES),
    "warm: texts analyzed": analyzed(warm),
    "warm: texts rewritten": rewritten(warm),
    "warm: targets linked": warm.calls("linkRoots", OWN),
    "warm: hashes made": warm.calls("sha256", OWN),
    "after an edit: texts analyzed": analyzed(edited),
    "after an edit: texts rewritten": rewritten(edited),
    "after an edit: targets linked": edited.calls("linkRoots", OWN),
  };
}

function matching({ urls }: Census, address: RegExp): number {
  return urls.filter((url) => address.test(url)).length;
}

function analyzed(census: Census): number {
  return census.calls("analyze", OWN);
}

function rewritten(census: Census): number {
  return census.calls("rewrite", OWN);
}

/** The difference of two runs, so that what is done once is not in it. */
function countCalls(): Partial<Record<Counted, number>> {
  const [filled, empty] = [makeFolder("hits"), [makeFolder("misses"), makeFolder("misses")]];
  const of = (folder: string, calls: number): ChildRun => {
    return taskRun({ name: "text", size: 100, calls, folder, isHooked: true });
  };
  countSystemCalls(of(filled, 2 * HITS));
  const hits = perCall(of(filled, HITS), of(filled, 2 * HITS));
  const misses = perCall(of(empty[0] ?? "", HITS), of(empty[1] ?? "", 2 * HITS));
  return {
    "system calls for a hit from files: opened": hits(["openat", "open"]),
    "system calls for a hit from files: read": hits(["read", "pread64"]),
    "system calls for a hit from files: looked at": hits(["stat", "statx", "fstat", "newfstatat"]),
    "system calls for a miss: opened": misses(["openat", "open"]),
    "system calls for a miss: written": misses(["write", "pwrite64"]),
    "system calls for a miss: renamed": misses(["rename", "renameat2"]),
    "system calls for a miss: looked at": misses(["stat", "statx", "fstat", "newfstatat"]),
  };
}

/** To the nearest half, as threads of Node's own make a few as well. */
function perCall(few: ChildRun, many: ChildRun): (names: readonly string[]) => number {
  const [first, second] = [countSystemCalls(few), countSystemCalls(many)];
  return (names) => Math.round((2 * (second(names) - first(names))) / HITS) / 2;
}
