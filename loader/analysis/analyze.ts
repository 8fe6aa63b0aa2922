import type * as t from "@babel/types";
import { collectExports, type Exports } from "./linkage/exports.ts";
import { collectFunctions } from "./functions/collect-functions.ts";
import { collectImports } from "./linkage/imports.ts";
import { collectTags } from "./functions/collect-tags.ts";
import { eachNode } from "./syntax/each-node.ts";
import { FACTS_VERSION, type ModuleFacts, type TextRange } from "./facts.ts";
import type { FunctionFacts } from "./functions/function-facts.ts";
import { jsxFactories } from "./linkage/jsx-factories.ts";
import { describeBindings } from "./data/module-bindings.ts";
import { BuiltinPaths } from "./functions/builtin-paths.ts";
import { createModuleNames, inferName, type InferredNames } from "./linkage/module-names.ts";
import { parse } from "./syntax/parse.ts";
import { collectPassed } from "./functions/passed.ts";
import { collectReturned } from "./functions/returned.ts";
import { type Part, splitParts } from "./linkage/parts.ts";
import { DEFAULT_EXPORT } from "./linkage/pseudo-names.ts";
import { resolveScopes } from "./scopes/resolve-scopes.ts";
import type { FunctionNode, ScopeTable } from "./scopes/scopes.ts";
import type { ModuleKind, Syntax } from "./syntax/syntax.ts";
import { withLabels } from "./normal/labels.ts";
import { VertexBuilder } from "./normal/vertices.ts";

export type Analysis =
  | { readonly ok: true; readonly facts: ModuleFacts }
  | { readonly ok: false; readonly message: string; readonly line: number; readonly column: number };

/** Makes the facts of one source text. Pure. `kind`: what its extension says it is, where it does. */
export function analyze(text: string, syntax: Syntax, kind?: ModuleKind): Analysis {
  const parsed = parse(text, syntax, kind);
  if (!parsed.ok) return parsed;
  return { ok: true, facts: describeModule(text, parsed.ast, parsed.sourceType === "module") };
}

function describeModule(text: string, file: t.File, isModule: boolean): ModuleFacts {
  const scopes = resolveScopes(file);
  const imports = collectImports(file, scopes);
  const parts = splitParts(file.program, scopes);
  const pseudoNames = new Set(parts.flatMap(({ pseudoName }) => pseudoName ?? []));
  const inferred = collectInferredNames(file, scopes);
  const names = createModuleNames(scopes, imports, inferred, pseudoNames, jsxFactories(file, scopes));
  const builder = new VertexBuilder(scopes, names, new BuiltinPaths(file, scopes), isModule || isStrictScript(file));
  const shells = parts.map((part) => builder.shell(part.node));
  const exports = collectExports(file, parts, imports, scopes);
  const exported = new Set(
    Object.values(exports.names).flatMap((entry) => (entry.kind === "local" ? [entry.name] : [])),
  );
  const vertexOf = (node: FunctionNode): number => builder.function(node).vertex;
  const described = describeBindings(file.program, { scopes, imports, inferred, parts, shells, vertexOf, exported });
  const functions = collectFunctions(file, scopes);
  const functionVertices = functions.map(({ node }) => vertexOf(node));
  return {
    version: FACTS_VERSION,
    imports: imports.facts,
    bindings: described.bindings,
    exports: exports.names,
    starExports: exports.stars,
    opaqueExports: exports.opaque,
    vertices: withLabels(builder.vertices, { parts, shells, functions, functionVertices }),
    shells,
    ambient: described.ambient.map((place) => shells[place] ?? 0),
    foreign: described.foreign,
    outside: described.outside,
    functions: functions.map(({ facts }) => facts),
    functionVertices,
    homes: functions.map(({ facts }) => homeOf(facts, parts, shells)),
    passed: collectPassed(file, scopes, imports, functions),
    returned: collectReturned(file, scopes, functions),
    defaultValue: defaultValueOf(parts, exports),
    tags: collectTags(file, text, functions),
    begin: imports.facts.some(({ specifier }) => specifier === "astrocache") ? beginOf(file.program) : null,
  };
}

/** Identifiers stand for what they name, and functions and classes are code. */
function defaultValueOf(parts: readonly Part[], exports: Exports): TextRange | null {
  const entry = exports.names["default"];
  if (entry?.kind !== "local" || entry.name !== DEFAULT_EXPORT) return null;
  const part = parts.find(({ pseudoName, node }) => pseudoName === DEFAULT_EXPORT && !CODE.has(node.type));
  return part === undefined ? null : { start: part.start, end: part.end };
}

const CODE = new Set([
  "FunctionDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ClassDeclaration",
  "ClassExpression",
]);

/** Behind the directives. */
function beginOf({ directives, body }: t.Program): number | null {
  return directives.at(-1)?.end ?? body[0]?.start ?? null;
}

/** The class or object at the top level that a method is a member of. */
function homeOf({ form, start, end }: FunctionFacts, parts: readonly Part[], shells: readonly number[]): number | null {
  if (form !== "class-method" && form !== "object-method" && form !== "getter" && form !== "setter") return null;
  const place = parts.findIndex((part) => part.start <= start && end <= part.end);
  const node = parts[place]?.node;
  const value = node?.type === "VariableDeclarator" ? node.init : node;
  const isHome =
    value?.type === "ClassDeclaration" || value?.type === "ClassExpression" || value?.type === "ObjectExpression";
  return isHome ? (shells[place] ?? null) : null;
}

function collectInferredNames(file: t.File, scopes: ScopeTable): InferredNames {
  const inferred: InferredNames = { names: new Map(), bindings: new Set() };
  eachNode(file.program, (node) => inferName(node, scopes, inferred));
  return inferred;
}

function isStrictScript(file: t.File): boolean {
  return file.program.directives.some(({ value }) => value.value === "use strict");
}
