/** A program of the registry that is run twice on the same input, once as it is and once with every function rewritten. */
export interface Program {
  readonly name: string;
  /** Packages whose code is rewritten. */
  readonly packages: readonly string[];
  readonly runs: readonly ProgramRun[];
}

export interface ProgramRun {
  readonly what: string;
  /** Of Node, in a folder that has `node_modules` with the packages and `inputs` with the inputs. */
  readonly args: readonly string[];
  /** Prints stacks, in which the frames of moved bodies are to be seen. */
  readonly printsStacks?: boolean;
}

/** Files that programs read, by the name that they have below `inputs`; paths from the root of this repository. */
export const inputs: Readonly<Record<string, string>> = {
  "acorn.js": "node_modules/acorn/dist/acorn.js",
  "acorn.mjs": "node_modules/acorn/dist/acorn.mjs",
  "minified.js": "node_modules/markdown-it/dist/browser/markdown-it.umd.min.js",
  "markdown-it.js": "node_modules/markdown-it/dist/markdown-it.cjs.js",
  "mocha.css": "node_modules/mocha/mocha.css",
  "runner.js": "node_modules/mocha/lib/runner.js",
  "watch.js": "node_modules/rollup/dist/es/shared/watch.js",
  "zod.md": "node_modules/zod/README.md",
  "yaml.md": "node_modules/yaml/README.md",
  "prettier.md": "node_modules/prettier/THIRD-PARTY-NOTICES.md",
  "keyv.md": "node_modules/keyv/README.md",
  "package.json": "package.json",
  "reasons.ts": "runtime/reasons.ts",
  "scopes.ts": "loader/analysis/scopes/scopes.ts",
  "rewrite.ts": "loader/rewrite/rewrite.ts",
  "function-text.ts": "loader/rewrite/function-text.ts",
  "generics.tsx": "test/fixtures/constructs/generics.tsx",
  "enums.ts": "test/fixtures/constructs/enums.ts",
  "suite.cjs": "test/fixtures/conformance/suite.cjs",
  "typescript.cjs": "test/fixtures/conformance/typescript.cjs",
  "babel.cjs": "test/fixtures/conformance/babel.cjs",
};

const bin = (path: string): string => `node_modules/${path}`;
const files = (...names: string[]): string[] => names.map((name) => `inputs/${name}`);

const prettier = [bin("prettier/bin/prettier.cjs"), "--no-config", "--no-editorconfig"];

export const programs: readonly Program[] = [
  {
    name: "prettier, a formatter",
    packages: ["prettier"],
    runs: [
      {
        what: "scripts, types, styles, texts",
        args: [
          ...prettier,
          ...files(
            "runner.js",
            "reasons.ts",
            "generics.tsx",
            "enums.ts",
            "mocha.css",
            "zod.md",
            "yaml.md",
            "package.json",
          ),
        ],
      },
      ...["babel", "acorn", "espree", "meriyah", "flow"].map((parser) => ({
        what: `with the parser ${parser}`,
        args: [...prettier, "--parser", parser, ...files("markdown-it.js")],
      })),
      {
        what: "with the parser babel-ts",
        args: [...prettier, "--parser", "babel-ts", ...files("scopes.ts", "function-text.ts")],
      },
      { what: "its help", args: [...prettier, "--help"] },
    ],
  },
  {
    name: "rollup, a bundler",
    packages: ["rollup"],
    runs: [
      {
        what: "to an immediate function, with a map",
        args: [
          bin("rollup/dist/bin/rollup"),
          "--silent",
          "-f",
          "iife",
          "-n",
          "x",
          "--sourcemap",
          "inline",
          "-i",
          ...files("acorn.mjs"),
        ],
      },
      {
        what: "to CommonJS",
        args: [
          bin("rollup/dist/bin/rollup"),
          "--silent",
          "-f",
          "cjs",
          "-i",
          "node_modules/markdown-it/dist/markdown-it.mjs",
          "--external",
          "mdurl,uc.micro,entities,linkify-it,punycode.js",
        ],
      },
      {
        what: "its own error",
        args: [bin("rollup/dist/bin/rollup"), "-f", "cjs", "-i", ...files("mocha.css")],
        printsStacks: true,
      },
    ],
  },
  {
    name: "typescript, a compiler",
    packages: ["@ts-morph/common"],
    runs: [
      {
        what: "diagnostics, emit, printing",
        args: files("typescript.cjs", "scopes.ts", "reasons.ts", "enums.ts", "function-text.ts"),
      },
    ],
  },
  {
    name: "terser, a minifier",
    packages: ["terser"],
    runs: [
      { what: "compress and mangle", args: [bin("terser/bin/terser"), ...files("acorn.js"), "-c", "-m"] },
      {
        what: "two passes, unsafe, properties",
        args: [
          bin("terser/bin/terser"),
          ...files("markdown-it.js"),
          "-c",
          "passes=2,unsafe",
          "-m",
          "toplevel",
          "--mangle-props",
          "regex=/^_/",
        ],
      },
      { what: "beautify", args: [bin("terser/bin/terser"), ...files("minified.js"), "-b"] },
    ],
  },
  {
    name: "acorn, a parser",
    packages: ["acorn"],
    runs: [
      { what: "a module", args: [bin("acorn/bin/acorn"), "--ecma2024", "--module", ...files("watch.js")] },
      {
        what: "a script, with locations",
        args: [bin("acorn/bin/acorn"), "--ecma2024", "--locations", ...files("acorn.js")],
      },
      { what: "a syntax error", args: [bin("acorn/bin/acorn"), ...files("mocha.css")] },
    ],
  },
  {
    name: "mocha, a test runner",
    packages: ["mocha"],
    runs: [
      {
        what: "tap",
        args: [bin("mocha/bin/mocha.js"), "--reporter", "tap", ...files("suite.cjs")],
        printsStacks: true,
      },
      {
        what: "list of tests",
        args: [bin("mocha/bin/mocha.js"), "--dry-run", "--reporter", "tap", ...files("suite.cjs")],
        printsStacks: true,
      },
      { what: "its help", args: [bin("mocha/bin/mocha.js"), "--help"] },
    ],
  },
  {
    name: "markdown-it, a command",
    packages: ["markdown-it"],
    runs: ["zod.md", "yaml.md", "prettier.md", "keyv.md"].map((name) => ({
      what: name,
      args: [bin("markdown-it/bin/markdown-it.mjs"), "--linkify", "--typographer", ...files(name)],
    })),
  },
  {
    name: "babel, a transformer",
    packages: [
      "@babel/core",
      "@babel/parser",
      "@babel/generator",
      "@babel/traverse",
      "@babel/types",
      "@babel/template",
    ],
    runs: [
      { what: "parse, traverse, generate", args: files("babel.cjs", "acorn.js", "function-text.ts", "markdown-it.js") },
    ],
  },
];
