import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "./folders.ts";
import { HOOK, type ChildRun, timeProcess } from "./nodes.ts";
import { leafOf, makeProject, tree } from "./projects.ts";

/** A program of that many modules, all in the reach of one target. */
export interface ReachProject {
  /** Without the hook. */
  bare(): number;
  /** With an empty cache. */
  cold(): number;
  /** With nothing changed since the last run. */
  warm(): number;
  /** After an edit of the module furthest away. */
  edited(): number;
}

/** Times are of whole processes, in milliseconds. */
export function openReachProject(size: number, node: string): ReachProject {
  const cwd = makeProject(tree(size));
  const leaf = leafOf(size);
  const settings = { ASTROCACHE: "m0.js#price", ASTROCACHE_REPORT: "off" };
  const run = (folder: string): number => {
    const env = { ...settings, ASTROCACHE_DIR: folder };
    return timeProcess({ node, args: ["--import", HOOK, "main.js"], cwd, env } satisfies ChildRun);
  };
  let kept: string | undefined;
  const warm = (): number => {
    if (kept === undefined) {
      kept = makeFolder("warm");
      for (let times = 0; times < 2; times++) run(kept);
    }
    return run(kept);
  };
  let edits = 0;
  return {
    bare: () => timeProcess({ node, args: ["main.js"], cwd }),
    cold: () => run(makeFolder("cold")),
    warm,
    edited() {
      if (kept === undefined) warm();
      writeFileSync(join(cwd, leaf), tree(size, ++edits).get(leaf) ?? "");
      return warm();
    },
  };
}
