import { readdirSync } from "node:fs";
import { makeFolder } from "../runner/folders.ts";
import { EMPTY_LOADER, HOOK, NODE_20, NODE_24, timeProcess } from "../runner/nodes.ts";
import { makeProject, tree } from "../runner/projects.ts";
import type { Contestant, Row, Scenario, Target } from "../runner/scenario.ts";

export const scenario: Scenario = {
  isolates:
    "A whole process, from start to end, of a program that does next to nothing. Node 20 has no hooks in its own thread, so that there a loader that does nothing is the floor. The last row is a program of 50 modules with one target that is answered from files.",
  unit: "ms",
  rounds: 21,
  open() {
    const root = makeProject(
      new Map([
        ["app.js", "globalThis.done = true;\n"],
        ["app.ts", "export const done: boolean = true;\n"],
      ]),
    );
    const way = (name: string, node: string, args: readonly string[]): Contestant => {
      const env = { ASTROCACHE_DIR: makeFolder("start"), XDG_CACHE_HOME: makeFolder("xdg"), ASTROCACHE_REPORT: "off" };
      return { name, sample: () => timeProcess({ node, args, cwd: root, env }) };
    };
    const hook = ["--import", HOOK];
    return {
      rows: [
        row("start, nothing selected, Node 24", 5, [
          way("astrocache", NODE_24, [...hook, "app.js"]),
          way("bare Node", NODE_24, ["app.js"]),
        ]),
        row("start of TypeScript, nothing selected, Node 24", 5, [
          way("astrocache", NODE_24, [...hook, "app.ts"]),
          way("tsx", NODE_24, ["--import", "tsx", "app.ts"]),
        ]),
        row("start, nothing selected, Node 20", 10, [
          way("astrocache", NODE_20, [...hook, "app.js"]),
          way("a loader that does nothing", NODE_20, ["--import", EMPTY_LOADER, "app.js"]),
          way("bare Node", NODE_20, ["app.js"]),
        ]),
        warm(NODE_24, "24"),
        warm(NODE_20, "20", ["--import", EMPTY_LOADER]),
      ],
    };
  },
};

/** `floor`: arguments of what any hook costs at least. */
function warm(node: string, version: string, floor?: readonly string[]): Row {
  const root = makeProject(tree(50));
  const env = { ASTROCACHE_DIR: makeFolder("warm"), ASTROCACHE: "m0.js#price", ASTROCACHE_REPORT: "off" };
  const hooked = (): number => timeProcess({ node, args: ["--import", HOOK, "main.js"], cwd: root, env });
  for (let run = 0; run < 2; run++) hooked();
  if (readdirSync(env.ASTROCACHE_DIR).length === 0) throw new Error("nothing was stored");
  const plain = (name: string, args: readonly string[]): Contestant => {
    return { name, sample: () => timeProcess({ node, args: [...args, "main.js"], cwd: root }) };
  };
  return row(`start, warm, 1 target, 50 modules, Node ${version}`, 12, [
    { name: "astrocache", sample: hooked },
    plain("bare Node", []),
    ...(floor === undefined ? [] : [plain("a loader that does nothing", floor)]),
  ]);
}

/** The second contestant is what the first is held against. */
function row(name: string, atMost: number, contestants: readonly Contestant[]): Row {
  const targets: Target[] = [{ kind: "over", atMost, base: contestants[1]?.name ?? "" }];
  return { name, contestants, targets };
}
