import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { IS_THOROUGH } from "../harness/thorough.ts";
import { COMMONJS, MODULE } from "./support/program.ts";
import { PRELOAD, Project, TSX, type Files, type Run } from "./support/project.ts";

/** A program that fails, without the hook and with it: the same error, the same exit status. */
interface Failure {
  readonly name: string;
  readonly files: Files;
  readonly run: readonly string[];
  readonly needsTsx?: true;
}

const FAILURES: readonly Failure[] = [
  { name: "an ES module is not there", files: { ...MODULE, "app.js": 'import "./none.js";' }, run: ["app.js"] },
  { name: "an extension is missing", files: { ...MODULE, "app.js": 'import "./lib";', "lib.js": "" }, run: ["app.js"] },
  {
    name: "a folder is imported",
    files: { ...MODULE, "app.js": 'import "./lib";', "lib/index.js": "" },
    run: ["app.js"],
  },
  { name: "a package is not there", files: { ...MODULE, "app.js": 'import "none-such";' }, run: ["app.js"] },
  {
    name: "a package does not export it",
    files: {
      ...MODULE,
      "app.js": 'import "pkg/inner.js";',
      "node_modules/pkg/package.json": '{"exports":"./index.js"}',
      "node_modules/pkg/index.js": "",
      "node_modules/pkg/inner.js": "",
    },
    run: ["app.js"],
  },
  {
    name: "a required module is not there",
    files: { ...COMMONJS, "app.js": 'require("./lib");', "lib.js": 'require("./none");' },
    run: ["app.js"],
  },
  {
    name: "a required package is not there",
    files: { ...COMMONJS, "app.js": 'require("none-such");' },
    run: ["app.js"],
  },
  { name: "the entry is not there", files: MODULE, run: ["none.js"] },
  { name: "the TypeScript entry is not there", files: MODULE, run: ["none.ts"] },
  {
    name: "an import has no such name",
    files: { ...MODULE, "app.js": 'import { none } from "./lib.js";', "lib.js": "" },
    run: ["app.js"],
  },
  {
    name: "an ES module does not parse",
    files: { ...MODULE, "app.js": 'console.log("plain");\nconst = 1;' },
    run: ["app.js"],
  },
  {
    name: "a CommonJS module does not parse",
    files: { ...COMMONJS, "app.js": 'console.log("plain");\nconst = 1;' },
    run: ["app.js"],
  },
  {
    name: "an ES module throws",
    files: { ...MODULE, "app.js": 'console.log("plain");\nthrow new RangeError("told");' },
    run: ["app.js"],
  },
  {
    name: "a CommonJS module throws",
    files: { ...COMMONJS, "app.js": 'console.log("plain");\nthrow new RangeError("told");' },
    run: ["app.js"],
  },
  { name: "no error is thrown, but a value", files: { ...COMMONJS, "app.js": 'throw "told";' }, run: ["app.js"] },
  {
    name: "a promise is rejected",
    files: { ...MODULE, "app.js": 'console.log("plain"); Promise.reject(new Error("told"));' },
    run: ["app.js"],
  },
  {
    name: "a top-level await never ends",
    files: { ...MODULE, "app.js": "await new Promise(() => {});" },
    run: ["app.js"],
  },
  {
    name: "it exits by itself",
    files: { ...MODULE, "app.js": 'console.log("plain"); process.exit(7);' },
    run: ["app.js"],
  },
  {
    name: "it sets its exit code",
    files: { ...COMMONJS, "app.js": 'console.log("plain"); process.exitCode = 5;' },
    run: ["app.js"],
  },
  {
    name: "JSON does not parse",
    files: { ...COMMONJS, "app.js": 'require("./data.json");', "data.json": "{" },
    run: ["app.js"],
  },
  {
    name: "an unknown extension is imported",
    files: { ...MODULE, "app.js": 'import "./a.unknown";', "a.unknown": "" },
    run: ["app.js"],
  },
  {
    name: "require of a module that awaits",
    files: { "app.cjs": 'require("./a.mjs");', "a.mjs": "await 1;" },
    run: ["app.cjs"],
  },
  { name: "ES module syntax in .cjs", files: { "app.cjs": 'import "fs";' }, run: ["app.cjs"] },
  { name: "require in an ES module", files: { "app.mjs": 'require("fs");' }, run: ["app.mjs"] },
  {
    name: "an error that is caught shows its code",
    files: {
      ...MODULE,
      "app.js": `import { createRequire } from "node:module";
        const tell = ({ code, message, requireStack }) => console.log(code, message, requireStack);
        await import("./none.js").catch(tell);
        await import("./none").catch(tell);
        await import("none-such").catch(tell);
        await import("./bad.js").catch(tell);
        try { createRequire(import.meta.url)("./none"); } catch (error) { tell(error); }
        try { import.meta.resolve("none-such"); } catch (error) { tell(error); }`,
      "bad.js": "const = 1;",
    },
    run: ["app.js"],
  },
  {
    name: "TypeScript imports what is not there",
    files: { ...MODULE, "app.ts": 'import "./none.js";' },
    run: ["app.ts"],
    needsTsx: true,
  },
  {
    name: "TypeScript requires what is not there",
    files: { "app.ts": 'import "./none"; const a: number = 1;' },
    run: ["app.ts"],
    needsTsx: true,
  },
  {
    name: "TypeScript does not parse",
    files: { ...MODULE, "app.ts": "const a: number = ;" },
    run: ["app.ts"],
    needsTsx: true,
  },
  {
    name: "required TypeScript does not parse",
    files: { "app.cjs": 'require("./lib.ts");', "lib.ts": "const a: number = ;" },
    run: ["app.cjs"],
    needsTsx: true,
  },
  {
    name: "TypeScript throws",
    files: {
      ...MODULE,
      "app.ts": 'enum A { B }\nconsole.log("plain");\nthrow new RangeError(`told ${A.B as number}`);',
    },
    run: ["app.ts"],
    needsTsx: true,
  },
];

/** With any `--import`, Node imports a CommonJS entry instead of requiring it, which words some errors in another way. */
const NOTHING = "data:text/javascript,";

for (const [index, { name, files, run, needsTsx }] of FAILURES.entries()) {
  describe(name, { concurrency: 2 }, () => {
    const project = new Project(files);
    const withTsx = once(() => project.run(["--import", TSX, ...run]));
    const without = once(() => (needsTsx === true ? withTsx() : project.run(["--import", NOTHING, ...run])));
    after(() => project.remove());
    it("alone", async () => assertSame(await project.runLogged(["--import", PRELOAD, ...run]), await without()));
    if (IS_THOROUGH || index % 3 === 0)
      it("with tsx", async () =>
        assertSame(await project.runLogged(["--import", TSX, "--import", PRELOAD, ...run]), await withTsx()));
  });
}

function once(start: () => Promise<Run>): () => Promise<Run> {
  let running: Promise<Run> | undefined;
  return () => (running ??= start());
}

function assertSame(hooked: Run, without: Run): void {
  assert.equal(told(hooked.stderr), told(without.stderr));
  assert.equal(hooked.stdout, without.stdout.replaceAll("plain", "rewritten"));
  assert.equal(hooked.code, without.code);
}

/** What an uncaught error says of itself: not where in Node it was thrown, nor its stack. */
function told(stderr: string): string {
  const lines = stderr.split("\n");
  const first = lines.findIndex((line) => /^\S*(?:Error|Uncaught|Warning)\b/.test(line));
  return lines
    .slice(Math.max(first, 0))
    .filter((line) => !/^\s+at /.test(line))
    .join("\n")
    .replaceAll(/\(node:\d+\)/g, "(node:PID)");
}
