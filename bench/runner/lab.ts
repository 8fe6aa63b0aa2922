/** The process of one scenario: `node lab.js NAME`. Prints the result as its last line. */
import { measureRow } from "./measure.ts";
import { type RowResult, rowResult, type ScenarioResult } from "./results.ts";
import type { Scenario } from "./scenario.ts";

const name = process.argv[2] ?? "";
const { scenario } = (await import(`../scenarios/${name}.js`)) as { scenario: Scenario };
const stage = await scenario.open();
const rows: RowResult[] = [];
for (const row of stage.rows) rows.push(rowResult(row, await measureRow(row, scenario.rounds), scenario.unit));
await stage.close?.();
const { isolates, unit, rounds } = scenario;
process.stdout.write(`\n${JSON.stringify({ name, isolates, unit, rounds, rows } satisfies ScenarioResult)}\n`);
