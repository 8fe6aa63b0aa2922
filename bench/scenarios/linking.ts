import { linkedProgram } from "../linking/linked-program.ts";
import { shapes } from "../linking/linking-shapes.ts";
import type { Contestant, Scenario } from "../runner/scenario.ts";

const SIZES = [100, 1000, 10_000];

export const scenario: Scenario = {
  isolates:
    "Linking one target from nothing, as a program grows: over so many modules, deep, wide, and in circles. Parsing is not in it, since facts are kept.",
  unit: "ms",
  rounds: 3,
  isDetail: true,
  open: () => ({
    rows: Object.entries(shapes).map(([name, shape]) => ({
      name,
      contestants: SIZES.map((size): Contestant => {
        const program = linkedProgram(shape(size));
        return { name: nameOf(size), sample: () => time(() => program.link()) };
      }),
      targets: [{ kind: "ratio", of: nameOf(10_000), atMost: 20, to: [nameOf(1000)] }],
    })),
  }),
};

function nameOf(size: number): string {
  return `${size.toLocaleString("en")} modules`;
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}
