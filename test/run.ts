/**
 * Runs the compiled tests: `node dist/test/run.js [part of a file name …] [--name=PATTERN]`.
 *
 * Node 20's `node --test` knows no globs and takes every `.js` below a folder named `test` for a test, hence this runner
 * over `node:test`'s own `run()`. The count of tests is the last thing that it prints.
 */
import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, relative, sep } from "node:path";
import { run } from "node:test";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { dropForeignSourceMaps } from "./harness/coverage.ts";
import { provideSystemPackages } from "./harness/system-packages.ts";
import { failuresText, isFailure, leftOutText, summaryText, Tally } from "./harness/tally.ts";

const here = dirname(fileURLToPath(import.meta.url));

/** A file whose tests take longer than this is broken, on any machine. */
const FILE_TIMEOUT = 15 * 60_000;

const FIRST = ["cases.test.js", "stores/turns.test.js", "stores/redis-forms.test.js", "stores/team.test.js"];

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { name: { type: "string" } } });
  const files = testFiles(here).filter(
    (file) => positionals.length === 0 || positionals.some((part) => relative(here, file).includes(part)),
  );
  if (files.length === 0) {
    console.error("No test file matches.");
    return 1;
  }
  if (files.some((file) => /^(?:stores|page)\b/.test(relative(here, file))))
    provideSystemPackages((line) => console.log(line));
  const tally = new Tally(files);
  const stream = run({
    files,
    concurrency: availableParallelism(),
    timeout: FILE_TIMEOUT,
    ...(values.name === undefined ? {} : { testNamePatterns: [values.name] }),
  });
  for await (const { type, data } of stream) {
    const finished = tally.add(type, data);
    if (finished !== undefined) console.log(finished);
  }
  tally.finish();
  const { NODE_V8_COVERAGE: coverage } = process.env;
  if (coverage !== undefined) dropForeignSourceMaps(coverage);
  process.stdout.write(`${leftOutText(tally)}${failuresText(tally)}${summaryText(tally)}`);
  return isFailure(tally) ? 1 : 0;
}

function testFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.js"))
    .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((name) => join(folder, name));
}

/** What takes longest comes first, and what mostly waits beside it, so that no processor is idle at the end. */
function rank(name: string): number {
  const place = FIRST.indexOf(name.split(sep).join("/"));
  return place === -1 ? FIRST.length : place;
}
