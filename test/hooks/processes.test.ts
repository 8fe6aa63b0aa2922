import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { MODULE } from "./support/program.ts";
import { PRELOAD, TSX, withProject, type Files, type HookedRun, type Project } from "./support/project.ts";

const LIB = 'export const word = "plain";';
const TYPED = `enum Level { Low = 1 }\nexport const word: string = "plain" + Level.Low;`;

/** Programs that start others. Node hands its own flags on. */
const STARTERS: readonly {
  readonly name: string;
  readonly files: Files;
  readonly run: readonly string[];
  /** File names, in any order. */
  readonly seen: readonly string[];
  readonly needsTsx?: true;
  /** What it prints, where it does not run without the hook: tsx leaves out workers before sync hooks. */
  readonly prints?: string;
}[] = [
  {
    name: "a worker",
    files: {
      ...MODULE,
      "app.js":
        'import { Worker } from "node:worker_threads"; import { word } from "./lib.js"; console.log(word); new Worker(new URL("./worker.js", import.meta.url));',
      "worker.js": 'import { word } from "./lib.js"; console.log("plain", word);',
      "lib.js": LIB,
    },
    run: ["app.js"],
    seen: ["app.js", "lib.js", "lib.js", "worker.js"],
  },
  {
    name: "workers in workers, of CommonJS",
    files: {
      "app.cjs":
        'const { Worker } = require("worker_threads"); console.log(require("./lib.cjs")); new Worker(require.resolve("./one.cjs"));',
      "one.cjs":
        'const { Worker } = require("worker_threads"); console.log(require("./lib.cjs")); new Worker(require.resolve("./two.cjs"));',
      "two.cjs": 'console.log("plain", require("./lib.cjs"));',
      "lib.cjs": 'module.exports = "plain";',
    },
    run: ["app.cjs"],
    seen: ["app.cjs", "lib.cjs", "lib.cjs", "lib.cjs", "one.cjs", "two.cjs"],
  },
  {
    name: "a worker of TypeScript",
    files: {
      ...MODULE,
      "app.ts":
        'import { Worker } from "node:worker_threads"; import { word } from "./lib.ts"; console.log(word as string); new Worker(new URL("./worker.ts", import.meta.url));',
      "worker.ts": 'import { word } from "./lib.ts"; console.log("plain", word as string);',
      "lib.ts": TYPED,
    },
    run: ["app.ts"],
    seen: ["app.ts", "lib.ts", "lib.ts", "worker.ts"],
    needsTsx: true,
    prints: "rewritten1\nrewritten rewritten1\n",
  },
  {
    name: "a worker without our flags",
    files: {
      ...MODULE,
      "app.js":
        'import { Worker } from "node:worker_threads"; console.log("plain"); new Worker(new URL("./worker.js", import.meta.url), { execArgv: [] });',
      "worker.js": "console.log('in a worker');",
    },
    run: ["app.js"],
    seen: ["app.js"],
  },
  {
    name: "a fork",
    files: {
      ...MODULE,
      "app.js":
        'import { fork } from "node:child_process"; console.log("plain"); fork(new URL("./child.js", import.meta.url));',
      "child.js": 'import { word } from "./lib.js"; console.log("plain", word);',
      "lib.js": LIB,
    },
    run: ["app.js"],
    seen: ["app.js", "child.js", "lib.js"],
  },
  {
    name: "a fork of TypeScript by CommonJS",
    files: {
      "app.cjs":
        'const { fork } = require("child_process"); console.log("plain"); fork(require.resolve("./child.ts"));',
      "child.ts": 'import { word } from "./lib"; console.log("plain", word as string);',
      "lib.ts": TYPED,
    },
    run: ["app.cjs"],
    seen: ["app.cjs", "child.ts", "lib.ts"],
    needsTsx: true,
  },
  {
    name: "modules of a vm",
    files: {
      "app.cjs": `const vm = require("vm");
        vm.runInThisContext("(require) => console.log(require('./lib.cjs'))")(require);
        vm.runInThisContext("import('./lib.cjs').then((lib) => console.log(lib.default))", { importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER, filename: __filename });`,
      "lib.cjs": 'module.exports = "plain";',
    },
    run: ["--no-warnings", "app.cjs"],
    seen: ["app.cjs", "lib.cjs"],
  },
];

describe("what a program starts", { concurrency: 2 }, () => {
  for (const { name, files, run, seen, needsTsx, prints } of STARTERS) {
    it(name, () =>
      withProject(files, async (project) => {
        const without = await project.run(["--import", needsTsx === true ? TSX : "data:text/javascript,", ...run]);
        const hooked = await project.runLogged(["--import", PRELOAD, ...run]);
        assert.equal(hooked.stderr, prints === undefined ? without.stderr : "");
        assert.deepEqual(lines(hooked.stdout), lines(prints ?? without.stdout.replaceAll("plain", "rewritten")));
        assert.equal(hooked.code, 0);
        assert.deepEqual(namesSeen(project, hooked), [...seen].sort());
      }),
    );
  }
});

describe("node --test", { concurrency: 2 }, () => {
  for (const [extension, lib] of [
    ["mjs", LIB],
    ["mts", TYPED],
  ] as const) {
    it(`runs .${extension} with the hook`, () =>
      withProject({ [`a.test.${extension}`]: testFile(extension), [`lib.${extension}`]: lib }, async (project) => {
        const hooked = await project.runLogged([
          "--import",
          PRELOAD,
          "--test",
          "--test-reporter=tap",
          `a.test.${extension}`,
        ]);
        assert.match(hooked.stdout, /^# pass 1$/m);
        assert.equal(hooked.code, 0, hooked.stdout);
        assert.deepEqual(namesSeen(project, hooked), [`a.test.${extension}`, `lib.${extension}`]);
      }));
  }
});

describe("node --watch", () => {
  for (const extension of ["mjs", "cjs"]) {
    it(`sees an edited .${extension} again`, () =>
      withProject(
        { [`app.${extension}`]: watched(extension), [`lib.${extension}`]: watchedLib(extension, 1) },
        async (project) => {
          const edit = (): void => project.write(`lib.${extension}`, watchedLib(extension, 2));
          const hooked = await project.runLogged(
            ["--import", PRELOAD, "--watch", `app.${extension}`],
            {},
            (stdout, stop) => {
              if (stdout.includes("end 2")) stop();
              else if (stdout.includes("end 1")) edit();
            },
          );
          assert.match(hooked.stdout, /rewritten 1\nend 1[^]*rewritten 2\nend 2/);
        },
      ));
  }
});

function testFile(extension: string): string {
  return `import { it } from "node:test"; import assert from "node:assert"; import { word } from "./lib.${extension}";
    it("sees", () => assert.match(word, /^rewritten/));`;
}

function watched(extension: string): string {
  const get =
    extension === "cjs" ? 'const { word, run } = require("./lib.cjs");' : 'import { word, run } from "./lib.mjs";';
  return `${get} console.log(word, run); console.log("end", run);`;
}

function watchedLib(extension: string, run: number): string {
  return extension === "cjs"
    ? `exports.word = "plain"; exports.run = ${run};`
    : `export const word = "plain", run = ${run};`;
}

function namesSeen(project: Project, { seen }: HookedRun): string[] {
  return seen.flatMap((one) => (one.type === "loaded" ? [project.nameOf(one.url)] : [])).sort();
}

/** Several processes and threads write at once. */
function lines(stdout: string): string[] {
  return stdout.split("\n").sort();
}
