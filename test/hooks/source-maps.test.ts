import assert from "node:assert/strict";
import Module from "node:module";
import { describe, it } from "node:test";
import { MODULE } from "./support/program.ts";
import { type Files, PRELOAD, type Project, withProject } from "./support/project.ts";

/** Says that line 2 of a generated file is line 50 of its source. */
const MAP = JSON.stringify({ version: 3, sources: ["source.ts"], names: [], mappings: ";AAiDA" });

const FILES: Files = {
  ...MODULE,
  "app.js": `import { where } from "dep"; globalThis.x = "plain"; console.log(where(), globalThis.x);`,
  "node_modules/dep/package.json": '{ "type": "module", "exports": "./index.js" }',
  "node_modules/dep/index.js":
    '\nexport const where = () => new Error("dep").stack.split("\\n")[1].replace(/^.*[/]/, "");\n//# sourceMappingURL=index.js.map',
  "node_modules/dep/index.js.map": MAP,
};

/** Older ones follow all maps or none. */
const skip = "setSourceMapsSupport" in Module ? false : "this Node cannot tell packages apart";

describe("maps of packages", { skip }, () => {
  it("stay unread where the program was rewritten", () =>
    withProject(FILES, async (project) => {
      assert.match(await printed(project, []), /^index\.js:2:\d+\) plain/);
      assert.match(await printed(project, ["--import", PRELOAD]), /^index\.js:2:\d+\) rewritten/);
    }));

  it("are followed where the program asks for them", () =>
    withProject(FILES, async (project) => {
      assert.match(await printed(project, ["--enable-source-maps", "--import", PRELOAD]), /^source\.ts:50:/);
    }));
});

async function printed(project: Project, flags: readonly string[]): Promise<string> {
  const { stdout, stderr, code } = await project.runLogged([...flags, "app.js"]);
  assert.equal(code, 0, stderr);
  return stdout;
}
