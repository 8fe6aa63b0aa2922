import type * as Babel from "@babel/core";
import type * as t from "@babel/types";
import { createRequire } from "node:module";
import { extname } from "node:path";
import type { ModuleKind, Syntax } from "./syntax.ts";

/** `line` and `column` count from 1. */
export type Parsed =
  | {
      readonly ok: true;
      readonly ast: t.File;
      /** `module`: strict code with import, export, `import.meta` or top-level await, or said to be one. */
      readonly sourceType: "module" | "script";
    }
  | { readonly ok: false; readonly message: string; readonly line: number; readonly column: number };

const BY_EXTENSION: Readonly<Record<string, Syntax>> = {
  ".ts": "ts",
  ".mts": "ts",
  ".cts": "ts",
  ".tsx": "tsx",
  ".jsx": "jsx",
  ".js": "js",
  ".mjs": "js",
  ".cjs": "js",
};

/** By the extension of a path or URL, without regard to its query and hash. Undefined for what is not code. */
export function syntaxOf(url: string): Syntax | undefined {
  return BY_EXTENSION[extname(pathIn(url))];
}

/** The path of a URL, as far as it tells extensions apart; what is no URL is a path. Asked for each module several times. */
export function pathIn(url: string): string {
  if (url.startsWith("file:")) return url.replace(/[?#].*$/s, "");
  return url.includes(":") && URL.canParse(url) ? new URL(url).pathname : url;
}

/**
 * Parses one source text. Comments are in `ast.comments`, not on nodes; dynamic imports are `ImportExpression`;
 * parentheses are in `extra`.
 *
 * @param kind What the loader takes the text for, where it knows. It decides nothing but texts that mean one thing as
 * a module and another as a script: `await (x)`, functions in blocks.
 */
export function parse(text: string, syntax: Syntax, kind?: ModuleKind): Parsed {
  const first = attempt(text, syntax, kind, "decorators");
  if (first.ok || !isTypeScript(syntax) || !text.includes("@")) return first;
  // Parameter decorators exist in TypeScript's first dialect only.
  const legacy = attempt(text, syntax, kind, "decorators-legacy");
  return legacy.ok ? legacy : first;
}

type Dialect = "decorators" | "decorators-legacy";

function attempt(text: string, syntax: Syntax, kind: ModuleKind | undefined, dialect: Dialect): Parsed {
  try {
    const ast = babel().parseSync(text, options(syntax, kind, dialect));
    if (ast === null) return { ok: false, message: "Nothing was parsed", line: 1, column: 1 };
    // Babel says "script" where only a top-level await tells that it is none, since it was allowed to stand there.
    if (ast.program.extra?.["topLevelAwait"] === true) ast.program.sourceType = "module";
    return { ok: true, ast, sourceType: ast.program.sourceType };
  } catch (error) {
    // Babel descends as deep as the text nests; a chain of some thousand operators overflows it.
    if (error instanceof RangeError) return { ok: false, message: "Nested too deep to be parsed", line: 1, column: 1 };
    if (!isSyntaxError(error)) throw error;
    return { ok: false, message: messageOf(error), line: error.loc.line, column: error.loc.column + 1 };
  }
}

function options(syntax: Syntax, kind: ModuleKind | undefined, dialect: Dialect): Babel.TransformOptions {
  const decorators: Plugin = dialect === "decorators" ? [dialect, { allowCallParenthesized: true }] : dialect;
  const jsx: Plugin[] = syntax === "ts" ? [] : ["jsx"];
  return {
    configFile: false,
    babelrc: false,
    browserslistConfigFile: false,
    highlightCode: false,
    // Babel's "unambiguous" reads it as a module first, and as a script where that fails or where nothing says module.
    sourceType: kind === "module" ? "module" : "unambiguous",
    plugins: isTypeScript(syntax) ? [[typescriptPlugin(), { isTSX: syntax === "tsx" }]] : [],
    parserOpts: { ...LENIENT, plugins: [...jsx, ...PLUGINS, decorators] },
  };
}

type Plugin = NonNullable<NonNullable<Babel.ParserOptions>["plugins"]>[number];

const PLUGINS: readonly Plugin[] = [
  "decoratorAutoAccessors",
  "explicitResourceManagement",
  "importAttributes",
  "deprecatedImportAssert",
  "sourcePhaseImports",
  "deferredImportEvaluation",
];

/** A function body is what Node wraps CommonJS in; what a module may not do, its engine says by itself. */
const LENIENT = {
  attachComment: false,
  allowAwaitOutsideFunction: true,
  allowReturnOutsideFunction: true,
  allowNewTargetOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
  createImportExpressions: true,
} as const;

function isTypeScript(syntax: Syntax): boolean {
  return syntax === "ts" || syntax === "tsx";
}

interface BabelSyntaxError extends Error {
  readonly loc: { readonly line: number; readonly column: number };
}

function isSyntaxError(error: unknown): error is BabelSyntaxError {
  return error instanceof Error && "code" in error && error.code === "BABEL_PARSE_ERROR" && "loc" in error;
}

/** Without Babel's file name, position and code frame: `Unexpected token`. */
function messageOf(error: Error): string {
  const [firstLine = ""] = error.message.split("\n");
  return firstLine.replace(/^unknown: /, "").replace(/ \(\d+:\d+\)$/, "");
}

// Babel takes 130 ms to load (Node 20), which a run with facts on disk never pays.
const require = createRequire(import.meta.url);
let loadedBabel: typeof Babel | undefined;
let loadedPlugin: Babel.PluginTarget | undefined;

function babel(): typeof Babel {
  return (loadedBabel ??= require("@babel/core") as typeof Babel);
}

function typescriptPlugin(): Babel.PluginTarget {
  return (loadedPlugin ??= (require("@babel/plugin-syntax-typescript") as { default: Babel.PluginTarget }).default);
}
