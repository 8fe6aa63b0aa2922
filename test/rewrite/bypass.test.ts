import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Comparison, fixtures, runner, scripts, typeScripts } from "./constructs.ts";
import { runNode } from "./run-node.ts";

const register = new URL("../../loader/register.js", import.meta.url).href;
const tsx = import.meta.resolve("tsx");

const folder = mkdtempSync(join(tmpdir(), "astrocache-bypass-"));
const project = join(folder, "project");

before(() => cpSync(fixtures, project, { recursive: true }));
after(() => rmSync(folder, { recursive: true }));

const settings = {
  ASTROCACHE: "**#**",
  ASTROCACHE_MODE: "bypass",
  ASTROCACHE_ROOT: project,
  ASTROCACHE_DIR: join(folder, "cache"),
  ASTROCACHE_REPORT: "off",
};

describe("with every function picked and the mode bypass, a program prints what it prints without the hook", () => {
  compare("JavaScript", scripts, []);
  compare("TypeScript", typeScripts, ["--import", tsx]);
  compare("TypeScript again, from what is on disk", typeScripts, ["--import", tsx]);
});

function compare(what: string, programs: readonly string[], flags: readonly string[]): void {
  describe(what, () => {
    const comparison = new Comparison(
      () => runNode(project, [...flags, runner, ...programs]),
      () => runNode(project, ["--import", register, runner, ...programs], settings),
    );
    before(() => comparison.run());
    for (const name of programs) test(name, () => comparison.compare(name));
    test("and ends the same", () => comparison.compareEnds());
  });
}
