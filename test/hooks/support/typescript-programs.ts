import { HAS_SYNC_HOOKS } from "../../../runtime/node-facts.ts";
import { COMMONJS, MODULE, type Program } from "./program.ts";

/** Node cannot strip an enum. */
const TYPES = 'enum Level { Low = 1 }\nconst word: string = "plain";\n';
const LIB = `${TYPES}export const lib = [word, Level.Low] as const;\nexport type Lib = typeof lib;`;

export const TYPESCRIPT_PROGRAMS: readonly Program[] = [
  {
    name: "TypeScript modules",
    everyWay: true,
    files: {
      ...MODULE,
      "app.ts": `import { lib, type Lib } from "./lib.js";\n${TYPES}console.log(word, lib as Lib, Level.Low);`,
      "lib.ts": LIB,
    },
    run: ["app.ts"],
    seen: ["app.ts module", "lib.ts module"],
    resolved: ["app.ts import ./lib.js → lib.ts"],
    needsTsx: true,
  },
  {
    name: "TypeScript without a type",
    everyWay: true,
    files: { "app.ts": `import { lib } from "./lib";\n${TYPES}console.log(word, Level.Low, lib);`, "lib.ts": LIB },
    run: ["app.ts"],
    seen: ["app.ts commonjs", "lib.ts commonjs"],
    needsTsx: true,
  },
  {
    name: "TypeScript as CommonJS",
    files: {
      ...COMMONJS,
      "app.ts": `const { lib } = require("./lib") as typeof import("./lib");\n${TYPES}console.log(word, lib, Level.Low, require.main === module);`,
      "lib.ts": LIB,
    },
    run: ["app.ts"],
    seen: ["app.ts commonjs", "lib.ts commonjs"],
    needsTsx: true,
  },
  {
    name: "an ES module imports TypeScript",
    everyWay: true,
    files: { ...MODULE, "app.js": 'import { lib } from "./lib.ts"; console.log(lib, "plain");', "lib.ts": LIB },
    run: ["app.js"],
    seen: ["app.js module", "lib.ts module"],
    resolved: ["app.js import ./lib.ts → lib.ts"],
    needsTsx: true,
  },
  {
    name: "an ES module imports TypeScript by the name of what it becomes",
    files: {
      ...MODULE,
      "app.js":
        'import { lib } from "./lib.js"; import { lib as same } from "./lib"; import "./folder"; console.log(lib === same, lib);',
      "lib.ts": LIB,
      "folder/index.ts": LIB,
    },
    run: ["app.js"],
    seen: ["app.js module", "lib.ts module", "folder/index.ts module"],
    resolved: ["app.js import ./lib.js → lib.ts", "app.js import ./folder → folder/index.ts"],
    needsTsx: true,
  },
  {
    name: "a CommonJS module requires TypeScript",
    everyWay: true,
    files: { "app.cjs": 'console.log(require("./lib.ts").lib, require("./lib").lib);', "lib.ts": LIB },
    run: ["app.cjs"],
    seen: ["app.cjs commonjs", "lib.ts commonjs"],
    resolved: ["app.cjs require ./lib.ts → lib.ts"],
    needsTsx: true,
  },
  {
    name: "a CommonJS module requires TypeScript without its extension",
    files: {
      "app.cjs": 'console.log(require("./lib").lib, require("./folder").lib);',
      "lib.ts": LIB,
      "folder/index.ts": LIB,
    },
    run: ["app.cjs"],
    seen: ["app.cjs commonjs", "lib.ts commonjs", "folder/index.ts commonjs"],
    resolved: ["app.cjs require ./lib → lib.ts", "app.cjs require ./folder → folder/index.ts"],
    needsTsx: true,
  },
  {
    name: "TypeScript is imported late, by CommonJS and by createRequire",
    files: {
      "app.cjs": `import("./a.mts").then(({ lib }) => {
        console.log(lib, require("node:module").createRequire(__filename)("./b.cts").lib);
      });`,
      "a.mts": LIB,
      "b.cts": LIB,
    },
    run: ["app.cjs"],
    seen: ["app.cjs commonjs", "a.mts module", "b.cts commonjs"],
    needsTsx: true,
  },
  {
    name: ".mts and .cts, imported and required",
    everyWay: true,
    files: {
      "app.mts": 'import cts from "./c.cts"; import { lib } from "./m.mjs"; console.log(cts.lib, lib);',
      "c.cts": `${TYPES}export = { lib: [word, Level.Low], inner: require("./d.cjs") };`,
      "d.cts": LIB,
      "m.mts": LIB,
    },
    run: ["app.mts"],
    seen: ["app.mts module", "c.cts commonjs", "d.cts commonjs", "m.mts module"],
    needsTsx: true,
  },
  {
    name: "names imported from TypeScript that runs as CommonJS",
    files: {
      "app.mts": `import { lib, inner } from "./lib.ts"; import * as all from "./lib.ts"; import { createRequire } from "node:module";
        console.log(lib, inner, all.lib === lib, createRequire(import.meta.url)("./inner").inner === inner);`,
      "lib.ts": `${LIB}\nexport { inner } from "./inner";`,
      "inner.ts": 'export const inner = ["plain" as string];',
    },
    everyWay: true,
    run: ["app.mts"],
    seen: ["app.mts module", "lib.ts commonjs", "inner.ts commonjs"],
    // Before sync hooks, tsx reads the file itself, unless it is our own tsx.
    untouchedIn: HAS_SYNC_HOOKS ? [] : ["before tsx", "in NODE_OPTIONS, with tsx", "before tsx and an async loader"],
    needsTsx: true,
  },
  {
    name: "JSX, decorators, namespaces and parameter properties",
    files: {
      ...MODULE,
      "tsconfig.json": '{"compilerOptions":{"jsx":"react","jsxFactory":"h","experimentalDecorators":true}}',
      "app.tsx": `import { Box } from "./box.js"; import { view } from "./view.jsx";
        export const h = (tag: string, _: unknown, ...inner: unknown[]) => tag + inner.join();
        console.log(<p>{"plain"}</p>, new Box(1).size, view());`,
      "box.ts": `namespace Sizes { export const big: string = "plain"; }
        const named = (name: string) => (target: Function) => { console.log(name, target.name); };
        @named("plain") export class Box { constructor(readonly size: number) { console.log(Sizes.big); } }`,
      "view.jsx":
        'const React = { createElement: (...all) => all.join() }; export const view = () => <b>{"plain"}</b>;',
    },
    run: ["app.tsx"],
    seen: ["app.tsx module", "box.ts module", "view.jsx module"],
    needsTsx: true,
  },
  {
    name: "paths of tsconfig.json",
    files: {
      ...MODULE,
      "tsconfig.json": '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}',
      "app.ts": `import { lib } from "@/lib"; import { deep } from "@/deep/index.js"; console.log(lib, deep);`,
      "src/lib.ts": LIB,
      "src/deep/index.ts": 'import { lib } from "@/lib"; export const deep = [lib, "plain"] as const;',
    },
    run: ["app.ts"],
    seen: ["app.ts module", "src/lib.ts module", "src/deep/index.ts module"],
    resolved: ["app.ts import @/lib → src/lib.ts"],
    needsTsx: true,
  },
  {
    name: "JavaScript imports by paths of tsconfig.json",
    files: {
      ...MODULE,
      "tsconfig.json": '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}',
      "app.js": 'import { lib } from "@/lib"; console.log(lib, "plain");',
      "src/lib.ts": LIB,
    },
    run: ["app.js"],
    seen: ["app.js module", "src/lib.ts module"],
    resolved: ["app.js import @/lib → src/lib.ts"],
    needsTsx: true,
  },
  {
    name: "CommonJS requires by paths of tsconfig.json",
    files: {
      "tsconfig.json": '{"compilerOptions":{"paths":{"@/*":["./src/*"]}}}',
      "app.cjs": 'console.log(require("@/lib").lib, "plain");',
      "src/lib.ts": LIB,
    },
    run: ["app.cjs"],
    seen: ["app.cjs commonjs", "src/lib.ts commonjs"],
    resolved: ["app.cjs require @/lib → src/lib.ts"],
    needsTsx: true,
  },
  {
    name: "preloaded TypeScript",
    files: {
      ...MODULE,
      "set-up.ts": `${TYPES}console.log(word, Level.Low);`,
      "app.ts": `import { lib } from "./lib.js"; console.log(lib);`,
      "lib.ts": LIB,
    },
    run: ["--import", "./set-up.ts", "app.ts"],
    seen: ["set-up.ts module", "app.ts module", "lib.ts module"],
    needsTsx: true,
  },
  {
    name: "TypeScript imports JavaScript of both kinds, JSON, and an installed package",
    files: {
      "app.mts": `import cjs, { word } from "./a.cjs"; import { m } from "./m.mjs"; import data from "./d.json"; import pkg from "pkg";
        const late = await import("./a.cjs");
        console.log(cjs.word, word, m, data, pkg, late.default === cjs);`,
      "a.cjs": 'exports.word = "plain";',
      "m.mjs": 'export const m = "plain";',
      "d.json": "[1]",
      "node_modules/pkg/package.json": '{"name":"pkg","main":"./main.js"}',
      "node_modules/pkg/main.js": "module.exports = 'installed';",
    },
    run: ["app.mts"],
    seen: ["app.mts module", "a.cjs commonjs", "m.mjs module"],
    resolved: ["app.mts import ./a.cjs → a.cjs", "app.mts import pkg → node_modules/pkg/main.js"],
    needsTsx: true,
  },
  {
    name: "installed TypeScript passes",
    files: {
      "app.mjs": 'import { lib } from "typed"; console.log(lib, "plain");',
      "node_modules/typed/package.json": '{"name":"typed","type":"module","exports":"./index.ts"}',
      "node_modules/typed/index.ts": "enum Level { Low = 1 }\nexport const lib: number = Level.Low;",
    },
    run: ["app.mjs"],
    seen: ["app.mjs module"],
    needsTsx: true,
  },
  {
    name: "dynamic imports of TypeScript with queries",
    files: {
      ...MODULE,
      "app.ts":
        'const one = await import("./lib.ts?v=1"), two = await import("./lib.ts?v=2"); console.log(one === two, one.lib);',
      "lib.ts": LIB,
    },
    run: ["app.ts"],
    seen: ["app.ts module", "lib.ts?v=1 module", "lib.ts?v=2 module"],
    needsTsx: true,
  },
  {
    name: "a query on TypeScript that runs as CommonJS",
    files: {
      "app.mts":
        'import one from "./lib.ts?v=1"; import two from "./lib.ts?v=2"; console.log(one === two, one.lib, two.lib);',
      "lib.ts": LIB,
    },
    run: ["app.mts"],
    seen: ["app.mts module", "lib.ts commonjs"],
    isSeenByFile: true,
    resolved: ["app.mts import ./lib.ts?v=2 → lib.ts?v=2"],
    needsTsx: true,
  },
  {
    name: "import cycles in TypeScript",
    files: {
      "app.ts": 'import { b } from "./b"; export const a = (): string => "plain"; console.log(b());',
      "b.ts": 'import { a } from "./app"; export const b = (): string => a() + "plain";',
    },
    run: ["app.ts"],
    seen: ["app.ts commonjs", "b.ts commonjs"],
    needsTsx: true,
  },
  {
    name: "TypeScript that somebody else runs",
    files: {
      "strip.cjs": `const fs = require("fs"), { _extensions } = require("module"), js = _extensions[".js"];
        _extensions[".ts"] = (module, filename) => module._compile(fs.readFileSync(filename, "utf8").replaceAll(": string", ""), filename);
        _extensions[".tsx"] = (module, filename) => {
          const { _compile } = module;
          module._compile = (text, name) => _compile.call(module, text.replaceAll(": string", ""), name);
          return js(module, filename);
        };`,
      "app.cjs":
        'console.log(require("./lib.ts").lib, require("./other").other, "plain", globalThis[Symbol.for("tsx:global-cjs-loader-count")]);',
      "lib.ts": 'const word: string = "plain"; exports.lib = word;',
      "other.tsx": 'const word: string = "plain"; exports.other = word;',
    },
    run: ["--require", "./strip.cjs", "app.cjs"],
    seen: ["app.cjs commonjs", "lib.ts commonjs", "other.tsx commonjs"],
    isWithoutTsx: true,
  },
];
