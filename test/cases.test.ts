import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, relative } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runCase } from "./harness/case-runner.ts";

/** The sources, since JSON and fixtures are not compiled into `dist`. */
const CASES = join(dirname(fileURLToPath(import.meta.url)), "../../test/cases");

describe("cases", { concurrency: availableParallelism() }, () => {
  for (const folder of caseFolders()) {
    test(relative(CASES, folder), async () => await runCase(folder));
  }
});

function caseFolders(): string[] {
  return readdirSync(CASES, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === "case.json")
    .map((entry) => entry.parentPath)
    .toSorted();
}
