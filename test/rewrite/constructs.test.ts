import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { runNode, type Finished } from "./run-node.ts";
import { rewriteFolder, type FolderSummary } from "./rewrite-folder.ts";

const fixtures = fileURLToPath(new URL("../../../test/fixtures/constructs/", import.meta.url));
const runner = fileURLToPath(new URL("./run-in-order.js", import.meta.url));
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

const programs = readdirSync(fixtures).filter((name) => /\.[cm]?[jt]sx?$/.test(name));
const isTypeScript = (name: string): boolean => /\.[cm]?tsx?$/.test(name);

test("every text is parsed, before and after", () => {
  assert.deepEqual(summary.unparsed, []);
  assert.deepEqual(summary.invalid, []);
  assert.ok(summary.functions > 700, `${summary.functions} functions`);
});

describe("a program whose functions are all rewritten prints what it printed before", () => {
  compareInOrder(
    "JavaScript",
    [],
    programs.filter((name) => !isTypeScript(name)),
  );
  compareInOrder("TypeScript, through tsx", ["--import", tsx], programs.filter(isTypeScript));
  const stripsTypes = Reflect.get(process.features, "typescript") === "strip";
  if (stripsTypes) compareInOrder("TypeScript, types stripped by Node", [], ["erasable.ts"]);
});

/** All programs in one process for each side: isolation matters to few, and those are under `process`. */
function compareInOrder(what: string, flags: readonly string[], names: readonly string[]): void {
  describe(what, () => {
    let sides: readonly Finished[] = [];
    before(async () => {
      sides = await Promise.all([original, rewritten].map((cwd) => run(cwd, [...flags, runner, ...names])));
    });
    for (const name of names) {
      test(name, () => {
        const [plain, own] = sides.map(({ stdout }) => sectionOf(stdout, name));
        assert.ok(plain !== undefined && plain.length > 0 && !plain.includes("failed:"), plain);
        assert.equal(own, plain);
      });
    }
    test("and ends the same", () => {
      const [plain, own] = sides;
      assert.equal(plain?.stderr, "");
      assert.deepEqual([own?.stderr, own?.code], ["", 0]);
    });
  });
}

function sectionOf(stdout: string, name: string): string | undefined {
  return stdout
    .split(/^=== /m)
    .find((section) => section.startsWith(`${name}\n`))
    ?.slice(name.length + 1);
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
