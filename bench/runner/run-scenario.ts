import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { makeFolder, removeFolder } from "./folders.ts";
import type { ScenarioResult } from "./results.ts";
import type { Scenario } from "./scenario.ts";
import { cleanEnvironment, HOOK } from "./nodes.ts";

const LAB = fileURLToPath(new URL("lab.js", import.meta.url));
const BENCH = fileURLToPath(new URL("..", import.meta.url));

/** Runs a scenario in a process of its own, so that what one has compiled and collected does not slow the next. */
export async function runScenario(name: string, { targets }: Scenario): Promise<ScenarioResult> {
  const folder = makeFolder("lab");
  const hook = targets === undefined ? [] : ["--import", HOOK];
  const settings = { ASTROCACHE: targets, ASTROCACHE_ROOT: BENCH, ASTROCACHE_DIR: folder, ASTROCACHE_REPORT: "off" };
  const child = spawn(process.execPath, ["--expose-gc", ...hook, LAB, name], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...cleanEnvironment(), ...(targets === undefined ? {} : settings) },
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const [code] = (await once(child, "close")) as [number | null];
  removeFolder(folder);
  if (code !== 0) throw new Error(`the scenario ${name} ended with ${code}`);
  return JSON.parse(output.trim().split("\n").at(-1) ?? "") as ScenarioResult;
}
