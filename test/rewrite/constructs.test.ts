import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { Comparison, fixtures, isTypeScript, runner, scripts, typeScripts } from "./constructs.ts";
import { runNode, type Finished } from "./run-node.ts";
import { rewriteFolder, type FolderSummary } from "./rewrite-folder.ts";

const host = new URL("./pass-through-host.js", import.meta.url).href;
const tsx = import.meta.resolve("tsx");

const folder = mkdtempSync(join(tmpdir(), "astrocache-constructs-"));
const original = join(folder, "a");
const rewritten = join(folder, "b");
let summary: FolderSummary;

before(() => {
  cpSync(fixtures, original, { recursive: true });
  summary = rewriteFolder(fixtures, rewritten, { withMaps: true });
});
after(() => rmSync(folder, { recursive: true }));

test("every text is parsed, before and after", () => {
  assert.deepEqual(summary.unparsed, []);
  assert.deepEqual(summary.invalid, []);
  assert.ok(summary.functions > 700, `${summary.functions} functions`);
});

describe("a program whose functions are all rewritten prints what it printed before", () => {
  compare("JavaScript", scripts, []);
  compare("TypeScript, through tsx", typeScripts, ["--import", tsx]);
  const stripsTypes = Reflect.get(process.features, "typescript") === "strip";
  if (stripsTypes) compare("TypeScript, types stripped by Node", ["erasable.ts"], []);
});

function compare(what: string, programs: readonly string[], flags: readonly string[]): void {
  const args = [...flags, runner, ...programs];
  describe(what, () => {
    const comparison = new Comparison(
      () => run(original, args),
      () => run(rewritten, args),
    );
    before(() => comparison.run());
    for (const name of programs) test(name, () => comparison.compare(name));
    test("and ends the same", () => comparison.compareEnds());
  });
}

describe("a process ends as it did", () => {
  for (const name of readdirSync(join(fixtures, "process"))) {
    test(name, async () => {
      const [plain, own] = await Promise.all([original, rewritten].map((cwd) => run(join(cwd, "process"), [name])));
      assert.ok(plain && own);
      assert.deepEqual([own.stdout, own.code], [plain.stdout, plain.code]);
      assert.equal(withoutPlaces(own.stderr), withoutPlaces(plain.stderr));
      assert.deepEqual(firstLine(own.stderr), firstLine(plain.stderr));
    });
  }
});

describe("with source maps, lines and columns are those of the text", () => {
  for (const name of readdirSync(join(fixtures, "mapped"))) {
    const flags = isTypeScript(name) ? ["--import", tsx] : [];
    test(name, async () => {
      const sides = await Promise.all(
        [original, rewritten].map((cwd) => run(join(cwd, "mapped"), ["--enable-source-maps", ...flags, name])),
      );
      const [plain, own] = sides;
      assert.ok(plain && own);
      assert.deepEqual([own.stdout, own.code], [plain.stdout, plain.code]);
      assert.equal(firstFrame(own.stderr), firstFrame(plain.stderr));
    });
  }
});

async function run(cwd: string, args: readonly string[]): Promise<Finished> {
  return runNode(cwd, ["--import", host, ...args]);
}

/** What a stack must differ in: frames of the moved bodies and of the host, and the line of text with what was inserted. */
function withoutPlaces(stderr: string): string {
  return stderr
    .split("\n")
    .filter((line) => !line.startsWith("    at ") && !/^(?:file:\/\/)?\/.*:\d+$/.test(line))
    .filter((line, index, lines) => !/^\s*\^+$/.test(line) && !/^\s*\^+$/.test(lines[index + 1] ?? ""))
    .join("\n");
}

function firstLine(stderr: string): string | undefined {
  return /\/process\/(?<place>[^:/]+:\d+)/.exec(stderr)?.groups?.["place"];
}

function firstFrame(stderr: string): string | undefined {
  return /\/mapped\/(?<place>[^:/]+:\d+:\d+)\)?$/m.exec(stderr)?.groups?.["place"];
}
