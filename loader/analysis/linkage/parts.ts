import type * as t from "@babel/types";
import { isErased } from "../syntax/erased.ts";
import { assignedExport } from "./commonjs-exports.ts";
import { DEFAULT_EXPORT } from "./pseudo-names.ts";
import type { ScopeTable } from "../scopes/scopes.ts";

/** One top-level statement, or one declarator of one, without the `export` around it. */
export interface Part {
  readonly node: t.Node;
  readonly start: number;
  readonly end: number;
  /** Name that it gives without declaring a variable: `*default*`, `exports.a`. */
  readonly pseudoName: string | undefined;
  /** The expression whose value the pseudo name stands for. */
  readonly value: t.Node | undefined;
}

/** Splits a module as bundlers do for tree shaking: by statement, and variable statements by declarator. */
export function splitParts(program: t.Program, scopes: ScopeTable): Part[] {
  return program.body.flatMap((statement) => partsOf(statement, scopes));
}

function partsOf(statement: t.Statement, scopes: ScopeTable): Part[] {
  if (isErased(statement)) return [];
  switch (statement.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "EmptyStatement":
      return [];
    case "TSImportEqualsDeclaration":
      // `import f = N.f` names a member of a namespace.
      return statement.moduleReference.type === "TSExternalModuleReference" ? [] : [part(statement)];
    case "ExportNamedDeclaration":
      return statement.declaration ? partsOf(statement.declaration, scopes) : [];
    case "ExportDefaultDeclaration":
      return defaultExport(statement);
    case "TSExportAssignment":
      return [part(statement.expression, { pseudoName: DEFAULT_EXPORT, value: statement.expression })];
    case "VariableDeclaration":
      return statement.declarations.map((declarator) => part(declarator));
    case "ExpressionStatement": {
      const exported = assignedExport(statement.expression, scopes);
      return [part(statement, exported && { pseudoName: exported.pseudoName, value: exported.value })];
    }
    default:
      return [part(statement)];
  }
}

function defaultExport({ declaration }: t.ExportDefaultDeclaration): Part[] {
  if (isErased(declaration)) return [];
  const named =
    (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") && declaration.id;
  return [part(declaration, named ? undefined : { pseudoName: DEFAULT_EXPORT, value: declaration })];
}

function part(node: t.Node, extra?: { pseudoName: string; value: t.Node }): Part {
  return { node, start: node.start ?? 0, end: node.end ?? 0, pseudoName: extra?.pseudoName, value: extra?.value };
}
