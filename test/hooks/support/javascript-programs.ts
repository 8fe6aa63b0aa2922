import { HAS_SYNC_HOOKS } from "../../../runtime/node-facts.ts";
import { COMMONJS, MODULE, type Program } from "./program.ts";
import { WAYS } from "./ways.ts";

const WAYS_WITHOUT_TSX = WAYS.filter(({ withTsx }) => withTsx !== true).map(({ name }) => name);

export const JAVASCRIPT_PROGRAMS: readonly Program[] = [
  {
    name: "ES modules",
    everyWay: true,
    files: {
      ...MODULE,
      "app.js": 'import { word } from "./lib.js";\nconsole.log(word, "plain", import.meta.url.endsWith("/app.js"));',
      "lib.js": 'export const word = "plain";',
    },
    run: ["app.js"],
    seen: ["app.js module", "lib.js module"],
    resolved: ["app.js import ./lib.js → lib.js"],
  },
  {
    name: "CommonJS",
    everyWay: true,
    files: {
      ...COMMONJS,
      "app.js": `const lib = require("./lib");
        console.log(lib.word, "plain", require.cache[__filename] === module, require.main === module, module.children.length);
        console.log(require.resolve("./lib") === __dirname + require("path").sep + "lib.js", module.paths.length > 0);`,
      "lib.js": 'exports.word = "plain"; exports.parent = module.parent.id;',
    },
    run: ["app.js"],
    seen: ["app.js commonjs", "lib.js commonjs"],
    resolved: ["app.js require ./lib → lib.js"],
  },
  {
    name: "an ES module imports CommonJS by name, and both share one cache",
    everyWay: true,
    files: {
      "app.mjs": `import { createRequire } from "node:module";
        import lib, { word } from "./lib.cjs";
        const require = createRequire(import.meta.url);
        console.log(word, require("./lib.cjs") === lib, require.cache[require.resolve("./lib.cjs")].exports === lib);`,
      "lib.cjs": 'exports.word = "plain"; exports.inner = require("./inner.cjs");',
      "inner.cjs": 'module.exports = "plain";',
    },
    run: ["app.mjs"],
    seen: ["app.mjs module", "lib.cjs commonjs", "inner.cjs commonjs"],
    resolved: ["app.mjs import ./lib.cjs → lib.cjs", "lib.cjs require ./inner.cjs → inner.cjs"],
  },
  {
    name: "an ES module imports names that CommonJS re-exports",
    files: {
      "app.mjs": 'import { word, own } from "./all.cjs"; console.log(word, own);',
      "all.cjs": 'const own = "plain"; module.exports = { ...require("./part.cjs"), own };',
      "part.cjs": 'exports.word = "plain";',
    },
    run: ["app.mjs"],
    seen: ["app.mjs module", "all.cjs commonjs", "part.cjs commonjs"],
  },
  {
    name: "syntax decides where there is no type",
    files: { "app.js": 'import "./b.js"; console.log("plain");', "b.js": 'console.log(typeof require, "plain");' },
    run: ["app.js"],
    seen: ["app.js module", "b.js commonjs"],
    seenWithTsx: ["app.js commonjs", "b.js commonjs"],
    // tsx reads the file itself there, and Node runs what tsx gives.
    untouchedIn: ["after tsx and an async loader", "before tsx and an async loader"],
  },
  {
    name: "dynamic imports, with queries and hashes",
    everyWay: true,
    files: {
      ...MODULE,
      "app.js": `const one = await import("./lib.js?v=1#a"), two = await import("./lib.js?v=2");
        console.log(one.word, one === two, new URL(one.url).search, new URL(one.url).hash, two.url.endsWith("lib.js?v=2"));
        console.log((await import(new URL("./lib.js?v=2", import.meta.url))) === two);`,
      "lib.js": 'export const word = "plain", url = import.meta.url;',
    },
    run: ["app.js"],
    seen: ["app.js module", "lib.js?v=1#a module", "lib.js?v=2 module"],
    resolved: ["app.js import ./lib.js?v=2 → lib.js?v=2"],
  },
  {
    name: "CommonJS imports an ES module, and a function of it imports later",
    files: {
      "app.cjs": 'import("./lib.mjs").then(async ({ word, later }) => console.log(word, await later()));',
      "lib.mjs": 'export const word = "plain"; export const later = async () => (await import("./late.mjs")).default;',
      "late.mjs": 'export default "plain";',
    },
    run: ["app.cjs"],
    seen: ["app.cjs commonjs", "lib.mjs module", "late.mjs module"],
    resolved: ["app.cjs import ./lib.mjs → lib.mjs", "lib.mjs import ./late.mjs → late.mjs"],
  },
  {
    name: "CommonJS requires ES modules",
    files: {
      ...MODULE,
      "app.cjs": 'const { word, dep } = require("./lib.mjs"); console.log(word, dep, require("./typed.js").default);',
      "lib.mjs": 'export const word = "plain"; export { dep } from "./dep.mjs";',
      "dep.mjs": 'export const dep = "plain";',
      "typed.js": 'export default "plain";',
    },
    run: ["--no-warnings", "app.cjs"],
    seen: ["app.cjs commonjs", "lib.mjs module", "dep.mjs module", "typed.js module"],
    seenWithTsx: ["app.cjs commonjs", "lib.mjs commonjs", "dep.mjs commonjs", "typed.js commonjs"],
    // Before sync hooks, Node loads what ES modules that were required import in a way that nobody sees.
    untouchedIn: HAS_SYNC_HOOKS ? [] : WAYS_WITHOUT_TSX,
    resolved: ["app.cjs require ./lib.mjs → lib.mjs"],
    everyWay: true,
  },
  {
    name: "CommonJS requires an ES module that only its syntax tells",
    files: { "app.cjs": 'console.log(require("./lib.js").default);', "lib.js": 'export default "plain";' },
    run: ["--no-warnings", "app.cjs"],
    seen: ["app.cjs commonjs", "lib.js module"],
    seenWithTsx: ["app.cjs commonjs", "lib.js commonjs"],
  },
  {
    name: "import cycles",
    files: {
      ...MODULE,
      "app.js": 'import { b } from "./b.js"; export const a = () => "plain"; console.log(b());',
      "b.js": 'import { a } from "./app.js"; export const b = () => a() + "plain";',
    },
    run: ["app.js"],
    seen: ["app.js module", "b.js module"],
  },
  {
    name: "require cycles, and a module loaded again",
    files: {
      ...COMMONJS,
      "app.js": `exports.early = "plain"; const b = require("./b"); console.log(b.seen);
        delete require.cache[require.resolve("./b")]; console.log(require("./b") === b, require("./b").seen);`,
      "b.js": 'exports.seen = Object.keys(require("./app")).join() + "plain";',
    },
    run: ["app.js"],
    seen: ["app.js commonjs", "b.js commonjs", "b.js commonjs"],
  },
  {
    name: "what is no source passes",
    files: {
      "app.mjs": `import data from "./data.json" with { type: "json" };
        import text, { x } from "data:text/javascript,export const x = 1; export default 2";
        import { sep } from "node:path"; import fs from "fs"; import { createRequire } from "node:module";
        const required = createRequire(import.meta.url)("./other.json");
        console.log(data, required, text, x, sep.length, typeof fs.readFileSync, "plain");`,
      "data.json": '{"a": 1}',
      "other.json": '{"b": 2}',
    },
    // Import attributes of JSON warn on Node 20.
    run: ["--no-warnings", "app.mjs"],
    seen: ["app.mjs module"],
  },
  {
    name: "installed packages pass, and what they import",
    files: {
      "app.mjs": 'import esm from "esm"; import cjs from "cjs"; console.log(esm, cjs, "plain");',
      "node_modules/esm/package.json": '{"name":"esm","type":"module","exports":"./index.js"}',
      "node_modules/esm/index.js": 'import inner from "./inner.js"; export default inner;',
      "node_modules/esm/inner.js": "export default 'installed';",
      "node_modules/cjs/package.json": '{"name":"cjs"}',
      "node_modules/cjs/index.js": "module.exports = require('./inner.js');",
      "node_modules/cjs/inner.js": "module.exports = 'installed';",
    },
    run: ["app.mjs"],
    seen: ["app.mjs module"],
    resolved: ["app.mjs import esm → node_modules/esm/index.js", "app.mjs import cjs → node_modules/cjs/index.js"],
  },
  {
    name: "package imports, exports of itself, conditions",
    files: {
      "package.json":
        '{"name":"me","type":"module","imports":{"#lib":{"special":"./special.js","default":"./lib.js"}},"exports":{"./lib":"./lib.js"}}',
      "app.js":
        'import lib from "#lib"; import self from "me/lib"; console.log(lib, self, import.meta.resolve("#lib") !== "");',
      "lib.js": 'export default "plain";',
      "special.js": 'export default "special"; console.log("plain");',
    },
    run: ["--conditions=special", "app.js"],
    seen: ["app.js module", "lib.js module", "special.js module"],
    resolved: ["app.js import #lib → special.js", "app.js import me/lib → lib.js"],
  },
  {
    name: "a linked package counts where it really is",
    files: {
      "app.mjs": 'import { word, url } from "linked"; console.log(word, url.includes("node_modules"));',
      "packages/linked/package.json": '{"name":"linked","type":"module","exports":"./index.js"}',
      "packages/linked/index.js": 'export const word = "plain", url = import.meta.url;',
    },
    links: { "node_modules/linked": "packages/linked" },
    run: ["app.mjs"],
    seen: ["app.mjs module", "packages/linked/index.js module"],
    resolved: ["app.mjs import linked → packages/linked/index.js"],
  },
  {
    name: "a linked package counts as installed with --preserve-symlinks",
    files: {
      "app.mjs":
        'import { url } from "linked"; import cjs from "./cjs.cjs"; console.log(url.includes("node_modules"), cjs, "plain");',
      "cjs.cjs": 'module.exports = require("linked").url.includes("node_modules");',
      "packages/linked/package.json": '{"name":"linked","type":"module","exports":"./index.js"}',
      "packages/linked/index.js": "export const url = import.meta.url;",
    },
    links: { "node_modules/linked": "packages/linked" },
    run: ["--no-warnings", "--preserve-symlinks", "--preserve-symlinks-main", "app.mjs"],
    seen: ["app.mjs module", "cjs.cjs commonjs"],
  },
  {
    name: "hashbang, byte order mark, CRLF, and names that a URL escapes",
    files: {
      "app.mjs":
        '#!/usr/bin/env node\r\nimport "./with space#and%.mjs";\r\nimport "./mark.cjs"; console.log("plain");\r\n'.replace(
          "with space#and%",
          "with%20space%23and%25",
        ),
      "with space#and%.mjs": '\ufeffconsole.log("plain", import.meta.url.split("/").at(-1));',
      "mark.cjs": '\ufeffconsole.log("plain", require("./with space#and%.cjs"));',
      "with space#and%.cjs": 'module.exports = "plain" + require("path").basename(__filename);',
    },
    run: ["app.mjs"],
    seen: ["app.mjs module", "mark.cjs commonjs", "with space#and%.cjs commonjs", "with space#and%.mjs module"],
  },
  {
    name: "a question mark in names",
    files: {
      "app.mjs": 'import "./with%3Fmark.mjs"; import "./a%3F.cjs"; console.log("plain");',
      "with?mark.mjs": 'console.log("plain", import.meta.url.split("/").at(-1));',
      "a?.cjs": 'console.log("plain", require("./b?.js").endsWith("b?.js"));',
      "b?.js": "module.exports = __filename;",
    },
    run: ["app.mjs"],
    seen: ["app.mjs module", "with?mark.mjs module", "a?.cjs commonjs", "b?.js commonjs"],
    // Nothing of this runs with tsx.
    isWithoutTsx: true,
  },
  {
    name: "createRequire, require.resolve and import.meta",
    files: {
      ...MODULE,
      "app.js": `import { createRequire } from "node:module";
        const require = createRequire(import.meta.url);
        console.log(require("./lib.cjs"), require.resolve("./lib.cjs").length > 8, import.meta.resolve("./none.js").endsWith("/none.js"));
        console.log(import.meta.dirname !== undefined, import.meta.filename.endsWith("app.js"), typeof import.meta.resolve);
        console.log(createRequire(import.meta.dirname + "/none/x.js")("../lib.cjs"));`,
      "lib.cjs": 'module.exports = "plain";',
    },
    run: ["app.js"],
    seen: ["app.js module", "lib.cjs commonjs"],
    resolved: ["app.js require ./lib.cjs → lib.cjs"],
  },
  {
    name: "loaders of CommonJS that others put in",
    files: {
      "app.cjs": `const Module = require("module");
        const js = require.extensions[".js"];
        require.extensions[".txt"] = (module, filename) => { module.exports = require("fs").readFileSync(filename, "utf8"); };
        require.extensions[".up"] = (module, filename) => module._compile("module.exports = 'UP'", filename);
        Module._extensions[".js"] = (module, filename) => {
          const compile = module._compile;
          module._compile = function (content, ...rest) { return compile.call(this, content.replace("LOW", "HIGH"), ...rest); };
          return js(module, filename);
        };
        const made = new Module("made"); made._compile("exports.x = __filename", "/made/up.js");
        console.log(require("./a.txt"), require("./b.up"), require("./c.js"), made.exports.x, "plain");`,
      "a.txt": "text",
      "b.up": "no javascript",
      "c.js": 'module.exports = "plain" + "LOW";',
    },
    run: ["app.cjs"],
    seen: ["app.cjs commonjs", "c.js commonjs", "/made/up.js commonjs"],
  },
  {
    name: "an ES module without a file of its own",
    files: { "lib.mjs": 'export const word = "plain";' },
    run: ["--input-type=module", "-e", 'import { word } from "./lib.mjs"; console.log(word);'],
    seen: ["lib.mjs module"],
  },
  {
    name: "an evaluated script requires",
    files: { "lib.cjs": 'exports.word = "plain";' },
    run: ["-e", 'console.log(require("./lib.cjs").word);'],
    seen: ["lib.cjs commonjs"],
  },
  {
    name: "preloaded modules",
    files: {
      ...MODULE,
      "set-up.js": 'import "./lib.js"; console.log("plain");',
      "lib.js": 'console.log("plain");',
      "app.js": 'console.log("plain");',
    },
    run: ["--import", "./set-up.js", "app.js"],
    seen: ["set-up.js module", "lib.js module", "app.js module"],
    resolved: ["set-up.js import ./lib.js → lib.js"],
  },
];
