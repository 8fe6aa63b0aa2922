/**
 * Shows on a real program what astrocache does: `npm run demo`.
 *
 * The program `films/` runs in a scratch copy without the hook, cold, warm, and after an edit of a function that is two
 * modules away from a memoized one, which `astrocache why` then tells. Fails if any output differs from that of a run without
 * the hook, if the warm run ran a memoized function, or if the edit was not seen and told.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { reportText, whyText } from "./demo-report.ts";
import { runProgram, runWhy, type ProgramRun } from "./demo-run.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const DATA = join(createRequire(import.meta.url).resolve("vega-datasets"), "../../data/movies.json");

/** `similarTitles()` in similar.ts ← `titleVectors()` in vectors.ts ← `normalizeTitle()` in text.ts */
const EDIT = { file: "films/text.ts", from: "/^(the|a|an) /", to: "/^(a|an) /" };

/** What `astrocache why` has to say of it. */
const EXPLAINED = [
  "similarTitles() ← titleVectors() ← normalizeTitle(): body changed, films/text.ts:",
  "- ",
  EDIT.from,
  "+ ",
  EDIT.to,
];

const scratch = mkdtempSync(join(tmpdir(), "astrocache-demo-"));
try {
  process.exitCode = await main();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

async function main(): Promise<number> {
  cpSync(join(ROOT, "examples/films"), join(scratch, "films"), { recursive: true });
  writeFileSync(join(scratch, "package.json"), JSON.stringify({ name: "films", version: "1.0.0", type: "module" }));
  const plain = await run("without the hook", false);
  const cold = await run("cold", true);
  const warm = await run("warm", true);
  edit();
  const edited = await run("after the edit", true);
  const why = await runWhy(scratch);
  const reference = await run("the edit, without the hook", false);
  console.log(reportText([plain, cold, warm, edited, reference]));
  console.log(whyText(why));
  const faults = [...differences([cold, warm], plain), ...differences([edited], reference), ...failures(warm, edited)];
  if (!EXPLAINED.every((text) => why.includes(text))) faults.push("astrocache why does not tell the edit.");
  for (const fault of faults) console.error(fault);
  return faults.length === 0 ? 0 : 1;
}

async function run(title: string, hooked: boolean): Promise<ProgramRun> {
  process.stderr.write(`${title} …\n`);
  return await runProgram({ title, hooked, folder: scratch, program: "films/main.ts", data: DATA });
}

function edit(): void {
  const path = join(scratch, EDIT.file);
  const text = readFileSync(path, "utf8");
  if (!text.includes(EDIT.from)) throw new Error(`The demo's edit no longer fits: ${EDIT.file} lacks ${EDIT.from}`);
  writeFileSync(path, text.replace(EDIT.from, EDIT.to));
  process.stderr.write(`edited ${EDIT.file}: ${EDIT.from} became ${EDIT.to}\n`);
}

function differences(runs: readonly ProgramRun[], reference: ProgramRun): string[] {
  return runs
    .filter((one) => one.stdout !== reference.stdout)
    .map((one) => `The output of the run "${one.title}" differs from that of "${reference.title}".`);
}

/** What a cache must have done, whatever the output. */
function failures(warm: ProgramRun, edited: ProgramRun): string[] {
  const faults: string[] = [];
  const ranWarm = warm.report?.targets.filter((target) => target.misses + target.bypassed > 0) ?? [];
  if (warm.report === undefined || warm.report.hits === 0) faults.push("Nothing was answered in the warm run.");
  if (ranWarm.length > 0) faults.push(`The warm run ran ${ranWarm.map(({ name }) => name).join(", ")}.`);
  const seen = edited.report?.targets.some((target) => (target.missReasons["code-changed"] ?? 0) > 0) ?? false;
  if (!seen) faults.push("The edit was not seen.");
  return faults;
}
