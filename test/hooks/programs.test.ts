import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PRELOAD, Project, TSX, type Files, type HookedRun } from "./support/project.ts";

/** A program that runs with and without the hook. */
interface Program {
  readonly name: string;
  readonly files: Files;
  readonly entry: string;
  /** Files whose text the listener sees, with the kind, in any order: `a.js module`. */
  readonly seen: readonly string[];
  /** What the run without the hook needs to run it. Default: nothing. */
  readonly without?: readonly string[];
}

const MODULE = { "package.json": '{"type":"module"}' };
const COMMONJS = { "package.json": '{"type":"commonjs"}' };
const TYPES = 'enum Level { Low = 1 }\nconst word: string = "plain";\n';

const PROGRAMS: readonly Program[] = [
  {
    name: "an ES module imports one",
    files: {
      ...MODULE,
      "app.js": 'import { word } from "./lib.js";\nconsole.log(word, "plain");',
      "lib.js": 'export const word = "plain";',
    },
    entry: "app.js",
    seen: ["app.js module", "lib.js module"],
  },
  {
    name: "a CommonJS module requires one",
    files: {
      ...COMMONJS,
      "app.js": 'console.log(require("./lib").word, "plain", require.cache[__filename] === module);',
      "lib.js": 'exports.word = "plain";',
    },
    entry: "app.js",
    seen: ["app.js commonjs", "lib.js commonjs"],
  },
  {
    name: "an ES module imports CommonJS, with named exports",
    files: {
      "app.mjs":
        'import { createRequire } from "node:module";\nimport lib, { word } from "./lib.cjs";\nconsole.log(word, createRequire(import.meta.url)("./lib.cjs") === lib);',
      "lib.cjs": 'exports.word = "plain"; exports.inner = require("./inner.cjs");',
      "inner.cjs": 'module.exports = "plain";',
    },
    entry: "app.mjs",
    seen: ["app.mjs module", "lib.cjs commonjs", "inner.cjs commonjs"],
  },
  {
    name: "syntax decides without a type",
    files: { "app.js": 'import "./b.js"; console.log("plain");', "b.js": 'console.log(typeof require, "plain");' },
    entry: "app.js",
    seen: ["app.js module", "b.js commonjs"],
  },
  {
    name: "TypeScript modules with an enum",
    files: {
      ...MODULE,
      "app.ts": `import { other } from "./lib.js";\n${TYPES}console.log(word, Level.Low, other);`,
      "lib.ts": `${TYPES}export const other = [word, Level.Low] as const;`,
    },
    entry: "app.ts",
    seen: ["app.ts module", "lib.ts module"],
    without: ["--import", TSX],
  },
  {
    name: "TypeScript without a type",
    files: {
      "app.ts": `import { other } from "./lib";\n${TYPES}console.log(word, Level.Low, other);`,
      "lib.ts": `${TYPES}export const other = [word, Level.Low] as const;`,
    },
    entry: "app.ts",
    seen: ["app.ts commonjs", "lib.ts commonjs"],
    without: ["--import", TSX],
  },
  {
    name: "an ES module imports TypeScript",
    files: {
      ...MODULE,
      "app.js": 'import { other } from "./lib.ts"; console.log(other);',
      "lib.ts": `${TYPES}export const other = [word, Level.Low] as const;`,
    },
    entry: "app.js",
    seen: ["app.js module", "lib.ts module"],
    without: ["--import", TSX],
  },
  {
    name: "a CommonJS module requires TypeScript",
    files: {
      "app.cjs": 'console.log(require("./lib.ts").other);',
      "lib.ts": `${TYPES}export const other = [word, Level.Low] as const;`,
    },
    entry: "app.cjs",
    seen: ["app.cjs commonjs", "lib.ts commonjs"],
    without: ["--import", TSX],
  },
];

const WAYS: Readonly<Record<string, readonly string[]>> = {
  alone: ["--import", PRELOAD],
};

describe("a program with the hook", { concurrency: 2 }, () => {
  for (const program of PROGRAMS) {
    for (const [way, flags] of Object.entries(WAYS)) it(`${program.name} (${way})`, () => check(program, flags));
  }
});

async function check(program: Program, flags: readonly string[]): Promise<void> {
  const project = new Project(program.files);
  try {
    const without = await project.run([...(program.without ?? []), program.entry]);
    const hooked = await project.runLogged([...flags, program.entry]);
    assert.equal(hooked.stderr, without.stderr);
    assert.equal(hooked.stdout, without.stdout.replaceAll("plain", "rewritten"));
    assert.equal(hooked.code, without.code);
    assert.equal(without.code, 0);
    assertSeen(project, program, hooked);
  } finally {
    project.remove();
  }
}

function assertSeen(project: Project, program: Program, { seen }: HookedRun): void {
  const loaded = seen.filter((one) => one.type === "loaded");
  assert.deepEqual(loaded.map(({ url, kind }) => `${project.nameOf(url)} ${kind}`).sort(), [...program.seen].sort());
  for (const { url, text } of loaded) assert.equal(text, program.files[project.nameOf(url).replace(/[?#].*/, "")]);
}
