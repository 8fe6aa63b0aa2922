import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolder } from "../runner/folders.ts";
import { HOOK, type ChildRun, timeProcess } from "../runner/nodes.ts";
import { leafOf, makeProject, tree } from "../runner/projects.ts";
import type { Row, Scenario } from "../runner/scenario.ts";

const SIZE = 1000;

export const scenario: Scenario = {
  isolates:
    "Whole processes of a program of 1,000 modules of 2 kB, all in the reach of one target: with an empty cache, with nothing changed, and after an edit of the module furthest away, each against the same program without the hook. 500 modules besides, to see that time grows with the program and not faster.",
  unit: "ms",
  rounds: 5,
  open() {
    const [whole, half] = [openProject(SIZE), openProject(SIZE / 2)];
    const bare = { name: "bare Node", sample: () => timeProcess(whole.bare) };
    const cold: Row = {
      name: "1,000 modules in reach, cold",
      contestants: [
        { name: "astrocache", sample: () => timeProcess(whole.hooked(makeFolder("cold"))) },
        { name: "500 modules", sample: () => timeProcess(half.hooked(makeFolder("cold"))) },
        bare,
      ],
      targets: [
        { kind: "absolute", atMost: 3000 },
        { kind: "ratio", atMost: 2.2, to: ["500 modules"] },
      ],
    };
    const folder = makeFolder("warm");
    for (let run = 0; run < 2; run++) timeProcess(whole.hooked(folder));
    const warm: Row = {
      name: "1,000 modules in reach, warm",
      contestants: [{ name: "astrocache", sample: () => timeProcess(whole.hooked(folder)) }, bare],
      targets: [{ kind: "over", atMost: 60, base: "bare Node" }],
    };
    let edits = 0;
    const edited: Row = {
      name: "1,000 modules in reach, one leaf edited",
      contestants: [
        {
          name: "astrocache",
          sample() {
            whole.edit(++edits);
            return timeProcess(whole.hooked(folder));
          },
        },
        bare,
      ],
      targets: [{ kind: "over", atMost: 80, base: "bare Node" }],
    };
    return { rows: [cold, warm, edited] };
  },
};

interface Project {
  readonly bare: ChildRun;
  hooked(folder: string): ChildRun;
  edit(leaf: number): void;
}

function openProject(size: number): Project {
  const cwd = makeProject(tree(size));
  const env = { ASTROCACHE: "m0.js#price", ASTROCACHE_REPORT: "off" };
  return {
    bare: { args: ["main.js"], cwd },
    hooked: (folder) => ({ args: ["--import", HOOK, "main.js"], cwd, env: { ...env, ASTROCACHE_DIR: folder } }),
    edit(leaf) {
      const file = leafOf(size);
      writeFileSync(join(cwd, file), tree(size, leaf).get(file) ?? "");
    },
  };
}
