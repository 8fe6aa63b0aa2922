/**
 * `npm run bench [-- NAMES] [--json FILE] [--check] [--readme]`: measures the scenarios whose names begin so, default all with
 * targets. `--check` fails where one is past its target by more than noise; `--readme` puts the table into the README. About six minutes.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { writeSection } from "../test/readme/readme.ts";
import { describeMachine } from "./runner/machine.ts";
import type { ScenarioResult } from "./runner/results.ts";
import { runScenario } from "./runner/run-scenario.ts";
import { loadScenarios } from "./runner/scenarios.ts";
import { scenarioTable, summaryTable, word } from "./runner/tables.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: "string" }, check: { type: "boolean" }, readme: { type: "boolean" } },
});
const results: ScenarioResult[] = [];
for (const { name, scenario } of await loadScenarios(positionals)) {
  const start = performance.now();
  const result = await runScenario(name, scenario);
  results.push(result);
  process.stdout.write(`${scenarioTable(result)}\n`);
  process.stderr.write(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
}
const machine = describeMachine();
const summary = summaryTable(results);
process.stdout.write(`## All\n\n${machine}\n\n${summary}`);
if (values.json !== undefined)
  writeFileSync(values.json, JSON.stringify({ machine, at: new Date(), results }, null, 2));
if (values.readme === true) writeSection("bench", `${machine}\n\n${summary.trimEnd()}`);
if (values.check === true) check();

function check(): void {
  const verdicts = results.flatMap(({ rows }) => rows.flatMap((row) => row.verdicts.map((one) => ({ ...one, row }))));
  const past = verdicts.filter((verdict) => word(verdict) === "past");
  for (const { row, target, reached } of past) process.stderr.write(`past: ${row.name}: ${target}, is ${reached}\n`);
  process.stderr.write(`${verdicts.length - past.length} of ${verdicts.length} targets are reached, within noise\n`);
  process.exitCode = past.length === 0 ? 0 : 1;
}
