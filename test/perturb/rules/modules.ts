import type { NodePath, types as t } from "@babel/core";
import { insert, type Source } from "../source.ts";
import { behaviour, cosmetic, type Rule } from "./rule.ts";

/** Edits of top-level statements, imports and exports of one module. */
export const moduleRules: readonly Rule[] = [
  behaviour("export-retargeted", "ExportSpecifier", (path, source) => {
    const other = path.isExportSpecifier() ? path.getPrevSibling() : undefined;
    if (!path.isExportSpecifier() || !other?.isExportSpecifier()) return undefined;
    return `${source.of(other.node.local)} as ${source.of(path.node.exported)}`;
  }),
  behaviour("import-retargeted", "ImportSpecifier", (path, source) => {
    const other = path.isImportSpecifier() ? path.getPrevSibling() : undefined;
    if (!path.isImportSpecifier() || !other?.isImportSpecifier() || isTypeImport(path.node) || isTypeImport(other.node))
      return undefined;
    return `${source.of(other.node.imported)} as ${path.node.local.name}`;
  }),
  behaviour("imports-swapped", "ImportDeclaration", (path, source) => {
    const [first, second] = path.isImportDeclaration() ? path.node.specifiers : [];
    if (
      first?.type !== "ImportSpecifier" ||
      second?.type !== "ImportSpecifier" ||
      isTypeImport(first) ||
      isTypeImport(second)
    )
      return undefined;
    return [
      source.replace(first, `${source.of(second.imported)} as ${first.local.name}`),
      source.replace(second, `${source.of(first.imported)} as ${second.local.name}`),
    ];
  }),
  behaviour("constant-changed", "VariableDeclarator", (path, source) => {
    const { node } = path;
    if (
      node.type !== "VariableDeclarator" ||
      !node.init ||
      !path.parentPath?.parentPath ||
      !isTopLevel(path.parentPath)
    )
      return undefined;
    return /^(Call|New|Function|ArrowFunction|Class|Await|Yield)/.test(node.init.type)
      ? undefined
      : source.replace(node.init, `[${source.of(node.init)}]`);
  }),
  behaviour("call-at-load-wrapped", "VariableDeclarator", (path, source) => {
    const { node } = path;
    if (node.type !== "VariableDeclarator" || node.init?.type !== "CallExpression" || !isTopLevel(path.parentPath))
      return undefined;
    return source.of(node.init).startsWith("require")
      ? undefined
      : source.replace(node.init, `[${source.of(node.init)}]`);
  }),
  cosmetic("declarations-reordered", "FunctionDeclaration", (path, source) => {
    const next = path.getNextSibling();
    return isTopLevel(path) && path.parentPath?.isProgram() && next.isFunctionDeclaration()
      ? source.swap(path.node, next.node)
      : undefined;
  }),
  cosmetic("exported-reordered", "ExportNamedDeclaration", (path, source) => {
    const next = path.getNextSibling();
    const isFunction = (node: t.Node): boolean =>
      node.type === "ExportNamedDeclaration" && node.declaration?.type === "FunctionDeclaration";
    return isFunction(path.node) && next.node && isFunction(next.node) ? source.swap(path.node, next.node) : undefined;
  }),
  cosmetic("unused-function-added", "Program", (_path, source) =>
    isForItsEffects(source) ? undefined : insert(source.text.length, "\nfunction zedUnused(a) { return a + 1; }\n"),
  ),
  cosmetic("unused-constant-added", "Program", (_path, source) =>
    isForItsEffects(source) ? undefined : insert(source.text.length, "\nconst zedUnused = { a: 1 };\n"),
  ),
  cosmetic("unused-class-added", "Program", (_path, source) =>
    isForItsEffects(source) ? undefined : insert(source.text.length, "\nclass ZedUnused { z() { return 1; } }\n"),
  ),
  cosmetic("unused-export-added", "Program", (_path, source) =>
    source.isModule && !isForItsEffects(source)
      ? insert(source.text.length, "\nexport function zedExported() { return 2; }\n")
      : undefined,
  ),
  cosmetic("unused-import-added", "ImportDeclaration", (path, source) =>
    path.isImportDeclaration() && path.node.importKind !== "type" && path.node.specifiers.length > 0
      ? insert(path.node.end, `\nimport * as zedUnused from ${source.of(path.node.source)};\n`)
      : undefined,
  ),
  cosmetic("import-split", "ImportDeclaration", (path, source) => {
    const [first, second] = path.isImportDeclaration() ? path.node.specifiers : [];
    if (
      !path.isImportDeclaration() ||
      first?.type !== "ImportSpecifier" ||
      second?.type !== "ImportSpecifier" ||
      path.node.importKind === "type"
    )
      return undefined;
    const from = source.of(path.node.source);
    return path.node.specifiers.map((specifier) => `import { ${source.of(specifier)} } from ${from};`).join("\n");
  }),
  cosmetic("imports-reordered", "ImportDeclaration", (path, source) => {
    const next = path.getNextSibling();
    return next.isImportDeclaration() &&
      path.isImportDeclaration() &&
      path.node.specifiers.length > 0 &&
      next.node.specifiers.length > 0
      ? source.swap(path.node, next.node)
      : undefined;
  }),
  cosmetic("export-apart", "ExportNamedDeclaration", (path, source) => {
    const declaration = path.isExportNamedDeclaration() ? path.node.declaration : undefined;
    if (declaration?.type !== "FunctionDeclaration" || !declaration.id || !path.parentPath?.isProgram())
      return undefined;
    return `${source.of(declaration)}\nexport { ${declaration.id.name} };`;
  }),
  cosmetic("call-statement-added", "FunctionDeclaration", (path, source) => {
    if (!path.isFunctionDeclaration() || !path.node.id || !isTopLevel(path)) return undefined;
    return insert(source.text.length, `\n${path.node.id.name}(1, 2);\nif (globalThis.zed) ${path.node.id.name}();\n`);
  }),
  cosmetic("declarators-apart", "VariableDeclaration", (path, source) => {
    if (!path.isVariableDeclaration() || path.node.declarations.length < 2 || !path.parentPath.isProgram())
      return undefined;
    return path.node.declarations.map((declarator) => `${path.node.kind} ${source.of(declarator)};`).join("\n");
  }),
];

/** A module that exports nothing is imported for its effects, and counts as a whole. */
function isForItsEffects({ isModule, program }: Source): boolean {
  return isModule && !program.node.body.some(({ type }) => type.startsWith("Export"));
}

function isTypeImport(node: { importKind?: string | null }): boolean {
  return node.importKind === "type";
}

function isTopLevel(path: NodePath | null): boolean {
  return (
    path !== null &&
    (path.parentPath?.isProgram() === true || path.parentPath?.parentPath?.isProgram() === true) &&
    (path.parentPath.isProgram() || path.parentPath.isExportDeclaration())
  );
}
