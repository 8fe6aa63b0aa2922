import { NODE_24 } from "../runner/nodes.ts";
import { openReachProject } from "../runner/reach-project.ts";
import type { Row, Scenario } from "../runner/scenario.ts";

export const scenario: Scenario = {
  isolates:
    "The same as 1,000 modules in reach, of a program of 10,000 modules: whether what it costs grows with the program and not faster.",
  unit: "ms",
  rounds: 2,
  open() {
    const [large, small] = [openReachProject(10_000, NODE_24), openReachProject(1_000, NODE_24)];
    const row = (name: string, sample: () => number, tenth: () => number): Row => ({
      name: `10,000 modules in reach, ${name}`,
      contestants: [
        { name: "astrocache", sample },
        { name: "1,000 modules", sample: tenth },
        { name: "bare Node", sample: () => large.bare() },
      ],
      targets: [{ kind: "ratio", atMost: 11, to: ["1,000 modules"] }],
    });
    return {
      rows: [
        row(
          "cold",
          () => large.cold(),
          () => small.cold(),
        ),
        row(
          "warm",
          () => large.warm(),
          () => small.warm(),
        ),
        row(
          "one leaf edited",
          () => large.edited(),
          () => small.edited(),
        ),
      ],
    };
  },
};
