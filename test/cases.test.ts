import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, relative } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCase } from "./harness/case-runner.ts";

/** The sources, since JSON and fixtures are not compiled into `dist`. */
const CASES = join(dirname(fileURLToPath(import.meta.url)), "../../test/cases");

/** Every eighth: what all of them cover took longer to write and merge than the runs themselves, and was hardly more. */
const EACH_MEASURED = 8;

describe("cases", { concurrency: availableParallelism() }, () => {
  for (const [index, folder] of caseFolders().entries())
    test(relative(CASES, folder), async () => await runCase(folder, index % EACH_MEASURED === 0));
});

function caseFolders(): string[] {
  return readdirSync(CASES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === "case.json")
    .map((entry) => entry.parentPath)
    .toSorted();
}
