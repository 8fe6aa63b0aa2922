import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HAS_SYNC_HOOKS } from "../../runtime/node-facts.ts";
import { ASYNC, PRELOAD, Project, SYNC, TSX, TSX_CLI, type Files, type HookedRun } from "./support/project.ts";

/** A program that runs with and without the hook. */
interface Program {
  readonly name: string;
  readonly files: Files;
  readonly entry: string;
  /** Files whose text the listener sees, with the kind, in any order: `a.js module`. */
  readonly seen: readonly string[];
  /** The same where tsx runs from the start: it takes ES module syntax without a type for CommonJS. */
  readonly seenWithTsx?: readonly string[];
  /** Ways in which some of it may run without having been seen, but runs. */
  readonly untouchedIn?: readonly string[];
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
    seenWithTsx: ["app.js commonjs", "b.js commonjs"],
    // tsx reads the file itself there, and Node runs what tsx gives.
    untouchedIn: ["after tsx and an async loader", "before both"],
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

interface Way {
  /** Flags of the run without the hook; the TypeScript programs get tsx in any case. */
  readonly without: readonly string[];
  readonly flags: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly withTsx?: boolean;
}

const ALL_WAYS: Readonly<Record<string, Way>> = {
  "alone": { without: [], flags: ["--import", PRELOAD] },
  "in NODE_OPTIONS": { without: [], flags: [], env: { NODE_OPTIONS: `--import=${PRELOAD}` } },
  "after tsx": { without: [], flags: ["--import", TSX, "--import", PRELOAD], withTsx: true },
  "before tsx": { without: [], flags: ["--import", PRELOAD, "--import", TSX], withTsx: true },
  "under tsx's command": { without: [TSX_CLI], flags: [TSX_CLI, "--import", PRELOAD], withTsx: true },
  "in NODE_OPTIONS, with tsx": {
    without: [],
    flags: ["--import", TSX],
    env: { NODE_OPTIONS: `--import=${PRELOAD}` },
    withTsx: true,
  },
  "after an async loader": { without: ["--import", ASYNC], flags: ["--import", ASYNC, "--import", PRELOAD] },
  "before an async loader": { without: ["--import", ASYNC], flags: ["--import", PRELOAD, "--import", ASYNC] },
  "after sync hooks": { without: ["--import", SYNC], flags: ["--import", SYNC, "--import", PRELOAD] },
  "before sync hooks": { without: ["--import", SYNC], flags: ["--import", PRELOAD, "--import", SYNC] },
  "after tsx and an async loader": {
    without: ["--import", ASYNC],
    flags: ["--import", TSX, "--import", ASYNC, "--import", PRELOAD],
    withTsx: true,
  },
  "before both": {
    without: ["--import", ASYNC],
    flags: ["--import", PRELOAD, "--import", ASYNC, "--import", TSX],
    withTsx: true,
  },
};

/** Below the gate of `HAS_SYNC_HOOKS`, sync hooks break programs by themselves, whoever registers them. */
const WAYS = Object.entries(ALL_WAYS).filter(([name]) => HAS_SYNC_HOOKS || !name.endsWith("sync hooks"));

describe("a program with the hook", { concurrency: 2 }, () => {
  for (const program of PROGRAMS) {
    for (const [name, way] of WAYS) it(`${program.name} (${name})`, () => check(program, name, way));
  }
});

async function check(program: Program, name: string, way: Way): Promise<void> {
  const project = new Project(program.files);
  try {
    const without = await project.run([
      ...way.without,
      ...(way.withTsx === true ? ["--import", TSX] : (program.without ?? [])),
      program.entry,
    ]);
    const hooked = await project.runLogged([...way.flags, program.entry], way.env);
    assert.equal(hooked.stderr, without.stderr);
    assert.equal(hooked.code, without.code);
    assert.equal(without.code, 0);
    if (program.untouchedIn?.includes(name) === true) {
      assert.equal(hooked.stdout.replaceAll("rewritten", "plain"), without.stdout);
    } else {
      assert.equal(hooked.stdout, without.stdout.replaceAll("plain", "rewritten"));
      assertSeen(project, program, way, hooked);
    }
  } finally {
    project.remove();
  }
}

function assertSeen(project: Project, program: Program, way: Way, { seen }: HookedRun): void {
  const loaded = seen.filter((one) => one.type === "loaded").filter(({ url }) => url.includes("astrocache-hooks-"));
  assert.deepEqual(
    loaded.map(({ url, kind }) => `${project.nameOf(url)} ${kind}`).sort(),
    [...((way.withTsx === true && program.seenWithTsx) || program.seen)].sort(),
  );
  for (const { url, text } of loaded) assert.equal(text, program.files[project.nameOf(url).replace(/[?#].*/, "")]);
}
