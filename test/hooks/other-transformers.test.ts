import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MODULE } from "./support/program.ts";
import { PRELOAD, withProject, type HookedRun } from "./support/project.ts";

const OTHER = new URL("./support/typescript-loader.js", import.meta.url).href;
const APP = 'const word: string = "plain";\nconsole.log(word, globalThis[Symbol.for("tsx:global-cjs-loader-count")]);';

const FILES = { ...MODULE, "app.ts": APP };

/** What it does to TypeScript is what its user wants: decorators with metadata, for one, which tsx does not know. */
describe("a transformer of TypeScript that is not tsx", { concurrency: 2 }, () => {
  it("keeps TypeScript when it comes before the hook, which sees what it made", () =>
    withProject(FILES, async (project) => {
      const run = await project.runLogged(["--import", OTHER, "--import", PRELOAD, "app.ts"]);
      assert.deepEqual([run.stdout, run.stderr], ["rewritten undefined\n", ""]);
      assert.deepEqual(textsOf(run), [APP.replace(": string", "/* stripped */")]);
    }));

  it("keeps TypeScript when it comes after the hook, which sees what was written", () =>
    withProject(FILES, async (project) => {
      const run = await project.runLogged(["--import", PRELOAD, "--import", OTHER, "app.ts"]);
      assert.deepEqual([run.stdout, run.stderr], ["rewritten undefined\n", ""]);
      assert.deepEqual(textsOf(run), [APP]);
    }));
});

function textsOf({ seen }: HookedRun): readonly string[] {
  return seen.flatMap((one) => (one.type === "loaded" && one.url.endsWith("/app.ts") ? [one.text] : []));
}
