import { EMPTY_LOADER, NODE_20, NODE_24, timeProcess } from "../runner/nodes.ts";
import { makeProject, tree } from "../runner/projects.ts";
import { openReachProject } from "../runner/reach-project.ts";
import type { Contestant, Row, Scenario } from "../runner/scenario.ts";

const SIZE = 1000;

export const scenario: Scenario = {
  isolates:
    "Whole processes of a program of 1,000 modules of 2 kB, all in the reach of one target: with an empty cache, with nothing changed, and after an edit of the module furthest away, each against the same program without the hook. 500 modules besides, to see that time grows with the program and not faster. Node 20 has no hooks in its own thread: there a loader that does nothing is what any hook costs at least.",
  unit: "ms",
  rounds: 5,
  open() {
    const [whole, half] = [openReachProject(SIZE, NODE_24), openReachProject(SIZE / 2, NODE_24)];
    const bare: Contestant = { name: "bare Node", sample: () => whole.bare() };
    const row = (name: string, sample: () => number, targets: Row["targets"] = []): Row => {
      return { name: `1,000 modules in reach, ${name}`, contestants: [{ name: "astrocache", sample }, bare], targets };
    };
    const cold = row("cold", () => whole.cold(), [
      { kind: "absolute", atMost: 3000 },
      { kind: "ratio", atMost: 2.2, to: ["500 modules"] },
    ]);
    return {
      rows: [
        { ...cold, contestants: [...cold.contestants, { name: "500 modules", sample: () => half.cold() }] },
        row("warm", () => whole.warm(), [{ kind: "over", atMost: 60, base: "bare Node" }]),
        row("one leaf edited", () => whole.edited(), [{ kind: "over", atMost: 80, base: "bare Node" }]),
        warmOnNode20(),
      ],
    };
  },
};

function warmOnNode20(): Row {
  const whole = openReachProject(SIZE, NODE_20);
  return {
    name: "1,000 modules in reach, warm, Node 20",
    contestants: [
      { name: "astrocache", sample: () => whole.warm() },
      { name: "a loader that does nothing", sample: loaderThatDoesNothing() },
      { name: "bare Node", sample: () => whole.bare() },
    ],
  };
}

function loaderThatDoesNothing(): () => number {
  const cwd = makeProject(tree(SIZE));
  return () => timeProcess({ node: NODE_20, args: ["--import", EMPTY_LOADER, "main.js"], cwd });
}
