import { makeFolder } from "../runner/folders.ts";
import { HOOK, NODE_24, printedNumber } from "../runner/nodes.ts";
import { makeProject, tree } from "../runner/projects.ts";
import type { Scenario } from "../runner/scenario.ts";

const SIZE = 1000;

export const scenario: Scenario = {
  isolates:
    "The largest memory that the process of a program of 1,000 modules has, all in the reach of one target, when nothing has changed.",
  unit: "MB",
  rounds: 5,
  open() {
    const files = tree(SIZE);
    const print = "process.on('exit', () => console.log(process.resourceUsage().maxRSS / 1024));\n";
    const cwd = makeProject(files.set("main.js", `${print}${files.get("main.js") ?? ""}`));
    const env = { ASTROCACHE_DIR: makeFolder("memory"), ASTROCACHE: "m0.js#price", ASTROCACHE_REPORT: "off" };
    const hooked = (): number => printedNumber({ node: NODE_24, args: ["--import", HOOK, "main.js"], cwd, env });
    for (let run = 0; run < 2; run++) hooked();
    return {
      rows: [
        {
          name: "1,000 modules in reach, warm: memory",
          contestants: [
            { name: "astrocache", sample: hooked },
            { name: "bare Node", sample: () => printedNumber({ node: NODE_24, args: ["main.js"], cwd }) },
          ],
          targets: [{ kind: "over", atMost: 25, base: "bare Node" }],
        },
      ],
    };
  },
};
