/**
 * `npm run bench:replay [-- --package=semver]`: real histories of edits. Fetches consecutive versions of packages (once; they are
 * kept in `.replay`), makes the same calls in each with one shared cache, and compares every answer with that of a run without
 * the hook. Exits with 1 after a wrong answer. `--readme` puts the table into the README.
 */
import { parseArgs } from "node:util";
import { writeSection } from "../../test/readme/readme.ts";
import { histories } from "./histories.ts";
import { replay, type Replay } from "./replay.ts";
import { replayTable } from "./table.ts";

const { values } = parseArgs({
  options: { package: { type: "string", default: "" }, verbose: { type: "boolean" }, readme: { type: "boolean" } },
});
const replays: Replay[] = [];
for (const history of histories.filter(({ name }) => name.includes(values.package))) {
  const start = performance.now();
  const result = replay(
    history,
    values.verbose === true ? (text) => process.stderr.write(`${text}\n`) : () => undefined,
  );
  replays.push(result);
  process.stderr.write(`${result.name}: ${result.steps} steps, ${((performance.now() - start) / 1000).toFixed(0)} s\n`);
  process.stderr.write(`  not answered: ${JSON.stringify(result.bypassed)}\n`);
  for (const text of result.stale.slice(0, 20)) process.stderr.write(`  WRONG ${text.slice(0, 400)}\n`);
}
const text = replayTable(replays);
process.stdout.write(text);
if (values.readme === true) writeSection("replay", text.trimEnd());
process.exitCode = replays.some(({ stale }) => stale.length > 0) ? 1 : 0;
