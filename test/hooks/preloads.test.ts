import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MODULE } from "./support/program.ts";
import { PRELOAD, TSX, withProject, type HookedRun, type Project } from "./support/project.ts";

/** They run in the main thread only: esbuild's worker, which tsx has, inherits `NODE_OPTIONS`. */
const FILES = {
  ...MODULE,
  "set-up.ts":
    'import { isMainThread } from "node:worker_threads"; enum A { B } if (isMainThread) console.log("plain", A.B as number);',
  "app.ts": 'enum A { B }\nconsole.log("plain", A.B as number);',
};

/** tsx changes to asynchronous hooks when it finds these flags. */
describe("TypeScript that is preloaded", { concurrency: 2 }, () => {
  const both = (project: Project, run: HookedRun): void => {
    assert.deepEqual([run.stdout, run.stderr], ["rewritten 0\nrewritten 0\n", ""]);
    assert.deepEqual(
      run.seen.flatMap((one) => (one.type === "loaded" ? [project.nameOf(one.url)] : [])),
      ["set-up.ts", "app.ts"],
    );
  };

  it("in NODE_OPTIONS, after the hook", () =>
    withProject(FILES, async (project) => {
      const NODE_OPTIONS = `--import=${PRELOAD} --import=./set-up.ts`;
      both(project, await project.runLogged(["app.ts"], { NODE_OPTIONS }));
    }));

  it("in the flags, after the hook and before tsx", () =>
    withProject(FILES, async (project) => {
      const flags = ["--import", PRELOAD, "--import", "./set-up.ts", "--import", TSX];
      const { stdout, seen } = await project.runLogged([...flags, "app.ts"]);
      assert.match(stdout, /^rewritten 0\n(?:rewritten|plain) 0\n$/);
      assert.ok(seen.length > 0);
    }));

  it("in the flags, after tsx and the hook", () =>
    withProject(FILES, async (project) => {
      both(
        project,
        await project.runLogged(["--import", TSX, "--import", PRELOAD, "--import", "./set-up.ts", "app.ts"]),
      );
    }));
});
