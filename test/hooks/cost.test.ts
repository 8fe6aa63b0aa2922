import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { COMMONJS, MODULE } from "./support/program.ts";
import { PRELOAD, withProject } from "./support/project.ts";

const REGISTER = new URL("../../loader/register.js", import.meta.url).href;

/** Prints whether tsx runs in this thread, and whether stacks follow source maps. */
const STATE =
  'console.log(globalThis[Symbol.for("tsx:global-cjs-loader-count")] > 0, process.sourceMapsEnabled === true);';

describe("a program that needs nothing of it", { concurrency: 2 }, () => {
  for (const type of [MODULE, COMMONJS]) {
    it(`pays neither for tsx nor for source maps (${type["package.json"]})`, () =>
      withProject({ ...type, "app.js": `globalThis.x = 1; ${STATE}` }, async (project) => {
        assert.equal((await project.runLogged(["--import", PRELOAD, "app.js"])).stdout, "false false\n");
      }));

    it(`has source maps once something is rewritten (${type["package.json"]})`, () =>
      withProject({ ...type, "app.js": `globalThis.x = "plain"; ${STATE}` }, async (project) => {
        assert.equal((await project.runLogged(["--import", PRELOAD, "app.js"])).stdout, "false true\n");
      }));
  }

  it("pays for tsx once a file of TypeScript is there, not for a name that means none", () =>
    withProject(
      {
        ...MODULE,
        "app.js": `await import("./none.js").catch(() => {}); await import("none").catch(() => {}); ${STATE} await import("./lib.js"); ${STATE}`,
        "lib.ts": "export {};",
      },
      async (project) => {
        assert.match((await project.runLogged(["--import", PRELOAD, "app.js"])).stdout, /^false false\ntrue true\n$/);
      },
    ));
});

describe("what the hooks thread tells", () => {
  it("has come when a module begins to run", () =>
    withProject(
      {
        ...MODULE,
        "app.js":
          'import "./lib.js"; import { readFileSync } from "node:fs"; globalThis[Symbol.for("test.drain")](); console.log(readFileSync(process.env.AC_TEST_LOG, "utf8"));',
        "lib.js": "",
      },
      async (project) => {
        const { stdout } = await project.runLogged(["--import", PRELOAD, "app.js"]);
        const records = [...stdout.matchAll(/"record":\{"loaded":"([^"]*)"/g)].map(([, url = ""]) =>
          project.nameOf(url),
        );
        assert.deepEqual(records.sort(), ["app.js", "lib.js"]);
      },
    ));
});

describe("astrocache/register", { concurrency: 2 }, () => {
  const count = `import Module from "node:module";
    for (const name of ["registerHooks", "register"]) {
      const original = Module[name];
      if (original) Module[name] = (...args) => { globalThis.installed = true; return original.apply(Module, args); };
    }`;
  const files = { ...MODULE, "count.js": count, "app.js": "console.log(globalThis.installed === true);" };

  it("installs nothing with the mode off", () =>
    withProject(files, async (project) => {
      const run = await project.run(["--import", "./count.js", "--import", REGISTER, "app.js"], {
        ASTROCACHE_MODE: "off",
      });
      assert.deepEqual(run, { stdout: "false\n", stderr: "", code: 0 });
    }));

  it("installs once when it is registered twice", () =>
    withProject(files, async (project) => {
      const flags = ["--import", REGISTER, "--import", "./count.js", "--import", `${REGISTER}?again`];
      const run = await project.run([...flags, "app.js"], {
        XDG_CACHE_HOME: project.folder,
        ASTROCACHE_DIR: project.folder,
      });
      assert.deepEqual(run, { stdout: "false\n", stderr: "", code: 0 });
    }));
});
