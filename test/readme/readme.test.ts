import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { commands } from "../../cli/commands.ts";
import { modes, settingTable } from "../../runtime/config/setting-table.ts";
import { optionTable } from "../../runtime/config/option-table.ts";
import { reasonsTable } from "./reasons-table.ts";
import { readReadme, sectionOf } from "./readme.ts";

const readme = readReadme();

test("the table of reasons is that of the code (npm run readme writes it)", () => {
  assert.equal(sectionOf(readme, "reasons").trim(), reasonsTable());
});

test("every setting that works stands in the README", () => {
  const settings = Object.values(settingTable).filter(({ env }) => !readme.includes(`\`${env}`));
  assert.deepEqual(
    settings.map(({ env }) => env).filter((env) => !NOT_YET.includes(env)),
    [],
  );
});

test("every mode and tag option stands in the README", () => {
  const words = [...modes, ...Object.keys(optionTable)];
  assert.deepEqual(
    words.filter((word) => !readme.includes(`\`${word}`)),
    [],
  );
});

test("every command stands in the README", () => {
  const isTold = (name: string): boolean => new RegExp(`(astrocache |\`)${name}\\b`).test(readme);
  assert.deepEqual(
    Object.keys(commands).filter((name) => !isTold(name)),
    [],
  );
});

test("CI calls the README's commands as they stand there", () => {
  const script = readFileSync(new URL("../../../.ci/run", import.meta.url), "utf8").split(/\n */);
  for (const command of ["npm ci && npm run demo", "npm ci && npm test"]) {
    assert.ok(readme.includes(`    ${command}\n`), `README.md lacks ${command}`);
    assert.ok(script.includes(command), `.ci/run lacks ${command}`);
  }
});

/** Settings that are known by name and refused. */
const NOT_YET = ["ASTROCACHE_MANIFEST"];
