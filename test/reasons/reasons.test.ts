import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stage } from "../cli/stage.ts";
import { callsOf, type ReportFile } from "../harness/calls.ts";
import { hookedProject } from "../modes/project.ts";
import { REGISTER, runNode } from "../harness/run-node.ts";
import { reasons } from "../../runtime/reasons.ts";
import { elsewhere, inspected, named, ofConstructor, picked, tagged, type Row } from "./rows.ts";

const rows: readonly (readonly [code: string, row: Row])[] = [
  ["constructor", ofConstructor],
  ...Object.entries({ ...tagged, ...picked, ...named }),
];
const files = (table: object, suffix: string): string[] => Object.keys(table).map((code) => `${code}.js${suffix}`);
const PATTERN = [...files(picked, ""), ...files(named, "#**")].join();

/** All programs of one side of the table, run as one: what each of its modules gave. */
async function run(side: 0 | 1): Promise<ReportFile> {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-reasons-"));
  try {
    const write = (file: string, text: string): void => writeFileSync(path.join(folder, file), text);
    write("package.json", '{ "name": "my-app", "type": "module" }');
    for (const [code, row] of rows) write(`${code}.js`, row[side]);
    write("app.js", rows.map(([code]) => `await import("./${code}.js");`).join("\n"));
    const report = path.join(folder, "report.json");
    const env = { ASTROCACHE: PATTERN, ASTROCACHE_DIR: path.join(folder, "cache"), ASTROCACHE_REPORT: report };
    const { exit, stderr } = await runNode(["--import", REGISTER, "app.js"], folder, env);
    assert.equal(exit, 0, stderr);
    return JSON.parse(readFileSync(report, "utf8")) as ReportFile;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reasonsOf({ targets, declined }: ReportFile, file: string): string[] {
  const own = targets
    .filter((target) => target.file === file)
    .flatMap(({ bypassReasons }) => Object.keys(bypassReasons));
  return [...own, ...declined.filter(({ id }) => id.startsWith(`my-app:${file}#`)).map(({ reason }) => reason)];
}

function cachedIn({ targets }: ReportFile, file: string): number {
  const own = targets.filter((target) => target.file === file);
  return own.reduce((sum, { hits, misses }) => sum + hits + misses, 0);
}

describe("each reason is met, and its remedy makes it go away:", () => {
  let met: ReportFile;
  let remedied: ReportFile;
  before(async () => {
    [met, remedied] = await Promise.all([run(0), run(1)]);
  });
  for (const [code] of rows)
    test(code, () => {
      const file = `${code}.js`;
      assert.ok(reasonsOf(met, file).includes(code), `met: ${reasonsOf(met, file).join()}`);
      assert.ok(!reasonsOf(remedied, file).includes(code), `still: ${reasonsOf(remedied, file).join()}`);
      assert.ok(cachedIn(remedied, file) > 0, `nothing is cached: ${reasonsOf(remedied, file).join()}`);
    });
});

for (const [code, texts] of Object.entries(inspected))
  test(`inspect tells ${code}, and its remedy makes it go away`, async (t) => {
    const on = stage(t);
    const write = (file: string, text: string): void => writeFileSync(path.join(on.root, file), text);
    write("addon.node", "");
    write("broken.cjs", "function (");
    const told = async (text: string): Promise<boolean> => {
      write("a.cjs", text);
      return (await on.run("inspect --json")).out.includes(`"code": "${code}"`);
    };
    assert.deepEqual([await told(texts[0]), await told(texts[1])], [true, false]);
  });

test("state-unobservable is met in the first run of a project without a pattern, and goes away in the next", async (t) => {
  const on = hookedProject(t, {
    "data.js": `export const table = JSON.parse('{"x":1}');`,
    "lib.js": 'import { table } from "./data.js";\n// @astrocache\nexport function f() { return table.x; }',
    "app.js": 'import "./data.js";\nconst { f } = await import("./lib.js");\nf();',
  });
  assert.deepEqual(callsOf((await on.run()).report), { "lib.js#f": "1 bypass state-unobservable" });
  assert.deepEqual(callsOf((await on.run()).report), { "lib.js#f": "1 new" });
});

test("every reason has a row, or it is said what shows it", () => {
  const told = new Set<string>([
    ...rows.map(([code]) => code),
    ...Object.keys(inspected),
    ...Object.keys(elsewhere),
    "state-unobservable",
  ]);
  assert.deepEqual(
    Object.keys(reasons).filter((code) => !told.has(code)),
    [],
  );
  assert.deepEqual(
    [...told].filter((code) => !Object.hasOwn(reasons, code)),
    [],
  );
  assert.deepEqual(
    rows.map(([code]) => code).filter((code) => Object.hasOwn(elsewhere, code)),
    [],
  );
});
