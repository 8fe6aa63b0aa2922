import type * as t from "@babel/types";

type Check = (node: t.Node) => boolean;

/** Whether nothing of a node is left when the program runs: a type, an ambient declaration, an overload, a type import. */
export function isErased(node: t.Node): boolean {
  const check = checks.get(node.type);
  return check !== undefined && check(node);
}

const always: Check = () => true;

/** A member without a value is nothing to the program unless it carries decorators, which are run (TypeScript's first dialect). */
const ambientMember: Check = (node) =>
  ("declare" in node && node.declare === true) || ("abstract" in node && node.abstract === true)
    ? !isDecorated(node)
    : false;

const declared: Check = (node) => "declare" in node && node.declare === true;
const typeImport: Check = (node) =>
  "importKind" in node && (node.importKind === "type" || node.importKind === "typeof");
const typeExport: Check = (node) => "exportKind" in node && node.exportKind === "type";

const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["TSInterfaceDeclaration", always],
  ["TSTypeAliasDeclaration", always],
  ["TSDeclareFunction", always],
  ["TSIndexSignature", always],
  ["TSNamespaceExportDeclaration", always],
  ["TSDeclareMethod", (node) => !isDecorated(node)],
  ["ClassProperty", ambientMember],
  ["ClassPrivateProperty", ambientMember],
  ["ClassAccessorProperty", ambientMember],
  ["VariableDeclaration", declared],
  ["FunctionDeclaration", declared],
  ["ClassDeclaration", declared],
  ["TSEnumDeclaration", declared],
  ["TSModuleDeclaration", (node) => node.type === "TSModuleDeclaration" && isErasedNamespace(node)],
  ["ImportDeclaration", typeImport],
  ["ImportSpecifier", typeImport],
  ["TSImportEqualsDeclaration", typeImport],
  ["ExportAllDeclaration", typeExport],
  ["ExportSpecifier", typeExport],
  ["ExportNamedDeclaration", (node) => typeExport(node) || exportsErased(node)],
  ["ExportDefaultDeclaration", exportsErased],
]);

function isDecorated(node: t.Node): boolean {
  return "decorators" in node && Array.isArray(node.decorators) && node.decorators.length > 0;
}

function exportsErased(node: t.Node): boolean {
  if (node.type !== "ExportNamedDeclaration" && node.type !== "ExportDefaultDeclaration") return false;
  return node.declaration ? isErased(node.declaration) : false;
}

/** TypeScript emits nothing for a namespace that holds only types; an alias that is not exported does not count either. */
function isErasedNamespace(node: t.TSModuleDeclaration): boolean {
  if (node.declare === true || node.id.type === "StringLiteral" || node.kind === "global") return true;
  const { body } = node;
  if (body.type === "TSModuleDeclaration") return isErased(body);
  return body.body.every(
    (statement) => isErased(statement) || (statement.type === "TSImportEqualsDeclaration" && !statement.isExport),
  );
}
