/**
 * Shows on a real program what astrocache does: `npm run demo`.
 *
 * The program `films/` runs in a scratch copy without the hook, cold, warm, and after an edit of a function that is two
 * modules away from a memoized one. Fails if any output differs from that of a run without the hook.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { reportText } from "./demo-report.ts";
import { runProgram, type ProgramRun } from "./demo-run.ts";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const DATA = join(createRequire(import.meta.url).resolve("vega-datasets"), "../../data/movies.json");

/** `similarTitles()` in similar.ts ← `titleVectors()` in vectors.ts ← `normalizeTitle()` in text.ts */
const EDIT = { file: "films/text.ts", from: "/^(the|a|an) /", to: "/^(the|a|an|la|le|el) /" };

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
  const reference = await run("the edit, without the hook", false);
  console.log(reportText([plain, cold, warm, edited, reference]));
  return verdict([cold, warm], plain) + verdict([edited], reference) === 0 ? 0 : 1;
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

/** The number of runs whose output is not that of the run without the hook. */
function verdict(runs: readonly ProgramRun[], reference: ProgramRun): number {
  const different = runs.filter((one) => one.stdout !== reference.stdout);
  for (const one of different) console.error(`The output of the run "${one.title}" differs from "${reference.title}".`);
  return different.length;
}
