import type * as t from "@babel/types";
import { eachNode } from "../syntax/each-node.ts";
import { propertyName } from "../syntax/nodes.ts";
import type { ImportFacts } from "../facts.ts";
import type { Binding, ScopeTable } from "../scopes/scopes.ts";

export interface ImportedName {
  readonly import: number;
  /** `*` for the whole module. */
  readonly name: string;
}

/** Everything that a module loads, and the names that it gives to what it loads. */
export interface Imports {
  readonly facts: readonly ImportFacts[];
  readonly names: ReadonlyMap<Binding, ImportedName>;
  /** Index of the import that a call of `import()` or `require()` with a literal makes. */
  readonly calls: ReadonlyMap<t.Node, number>;
  /** Index of the import of `export … from` and `import x = require()`. */
  readonly declarations: ReadonlyMap<t.Node, number>;
}

export function collectImports(file: t.File, scopes: ScopeTable): Imports {
  return new Collector(scopes).collect(file);
}

/** The literal specifier of `import("x")`, `require("x")` or `module.require("x")`; null for a computed one; undefined for other nodes. */
export function loadCall(
  node: t.Node,
  scopes: ScopeTable,
): { kind: "import" | "require"; specifier: string | null } | undefined {
  if (node.type === "ImportExpression") return { kind: "import", specifier: literalText(node.source) };
  if (node.type !== "CallExpression") return undefined;
  const [argument] = node.arguments;
  if (node.callee.type === "Import") return { kind: "import", specifier: literalText(argument) };
  if (!isRequireFunction(node.callee, scopes) && !isModuleRequire(node.callee, scopes)) return undefined;
  return { kind: "require", specifier: literalText(argument) };
}

class Collector {
  readonly #scopes: ScopeTable;
  readonly #facts: ImportFacts[] = [];
  readonly #places = new Map<string, number>();
  readonly #names = new Map<Binding, ImportedName>();
  readonly #calls = new Map<t.Node, number>();
  readonly #declarations = new Map<t.Node, number>();

  constructor(scopes: ScopeTable) {
    this.#scopes = scopes;
  }

  collect(file: t.File): Imports {
    eachNode(file.program, (node, ancestors) => this.#visit(node, ancestors));
    return { facts: this.#facts, names: this.#names, calls: this.#calls, declarations: this.#declarations };
  }

  #visit(node: t.Node, ancestors: readonly t.Node[]): void {
    switch (node.type) {
      case "ImportDeclaration":
        return this.#importDeclaration(node);
      case "ExportAllDeclaration":
      case "ExportNamedDeclaration":
        if (node.source && node.exportKind !== "type")
          this.#declarations.set(node, this.#add("import", node.source.value, node, false));
        return;
      case "TSImportEqualsDeclaration":
        return this.#importEquals(node);
      default:
        return this.#loadCall(node, ancestors);
    }
  }

  #importDeclaration(node: t.ImportDeclaration): void {
    if (node.importKind === "type" || node.importKind === "typeof") return;
    const specifiers = node.specifiers.filter(
      (specifier) => !("importKind" in specifier && specifier.importKind === "type"),
    );
    if (specifiers.length === 0 && node.specifiers.length > 0) return;
    const place = this.#add("import", node.source.value, node, specifiers.length === 0);
    for (const specifier of specifiers) this.#name(specifier.local, place, importedName(specifier));
  }

  #importEquals(node: t.TSImportEqualsDeclaration): void {
    const reference = node.moduleReference;
    if (node.importKind === "type" || reference.type !== "TSExternalModuleReference") return;
    const place = this.#add("require", reference.expression.value, node, false);
    this.#declarations.set(node, place);
    this.#name(node.id, place, "*");
  }

  #loadCall(node: t.Node, ancestors: readonly t.Node[]): void {
    const load = loadCall(node, this.#scopes);
    if (load === undefined || load.specifier === null) return;
    const parent = ancestors.at(-1);
    const isStatement = load.kind === "require" && parent?.type === "ExpressionStatement" && ancestors.length === 2;
    const place = this.#add(load.kind, load.specifier, node, isStatement);
    this.#calls.set(node, place);
    if (load.kind === "require" && parent?.type === "VariableDeclarator") this.#requiredNames(parent.id, place);
    if (load.kind === "require" && parent?.type === "MemberExpression") this.#requiredMember(parent, ancestors, place);
  }

  /** `const x = require("m")` and `const { a, b: c } = require("m")`, at the top level, name what they load. */
  #requiredNames(id: t.Node, place: number): void {
    if (id.type === "Identifier") return this.#name(id, place, "*");
    const names = plainPattern(id);
    if (names === undefined || !names.every(({ local }) => this.#isFinal(local))) return;
    for (const { key, local } of names) this.#name(local, place, key);
  }

  /** `const a = require("m").a`. */
  #requiredMember(member: t.MemberExpression, ancestors: readonly t.Node[], place: number): void {
    const declarator = ancestors.at(-2);
    if (member.computed || member.property.type !== "Identifier" || declarator?.type !== "VariableDeclarator") return;
    if (declarator.id.type === "Identifier" && declarator.init === member)
      this.#name(declarator.id, place, member.property.name);
  }

  #name(local: t.Identifier, place: number, name: string): void {
    const binding = this.#scopes.bindingOf(local);
    if (binding !== undefined && this.#isFinal(local)) this.#names.set(binding, { import: place, name });
  }

  #isFinal(local: t.Identifier): boolean {
    const binding = this.#scopes.bindingOf(local);
    return (
      binding !== undefined &&
      binding.scope === this.#scopes.module &&
      binding.assignments.length === 0 &&
      binding.declarations.length === 1
    );
  }

  #add(kind: "import" | "require", specifier: string, node: t.Node, effectOnly: boolean): number {
    const key = `${kind}:${String(effectOnly)}:${specifier}`;
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    const place = this.#facts.push({ specifier, kind, effectOnly, line: node.loc?.start.line ?? 0 }) - 1;
    this.#places.set(key, place);
    return place;
  }
}

/** The global `require` of CommonJS, or what `createRequire()` gave. */
export function isRequireFunction(callee: t.Node, scopes: ScopeTable): boolean {
  if (callee.type !== "Identifier" || callee.name !== "require") return false;
  const binding = scopes.bindingOf(callee);
  return binding === undefined || binding.scope === scopes.module;
}

/** Whoever is given the global `require`, or finds it under another name, can load what no text names. */
export function handsOutRequire(node: t.Node, scopes: ScopeTable): boolean {
  const isFree = (given: t.Node | null | undefined): boolean =>
    given?.type === "Identifier" && given.name === "require" && scopes.bindingOf(given) === undefined;
  if (node.type === "VariableDeclarator") return isFree(node.init);
  if (node.type === "AssignmentExpression") return isFree(node.right);
  return (node.type === "CallExpression" || node.type === "NewExpression") && node.arguments.some(isFree);
}

/** `module.require` of CommonJS. */
function isModuleRequire(callee: t.Node, scopes: ScopeTable): boolean {
  if (callee.type !== "MemberExpression" || propertyName(callee) !== "require") return false;
  const { object } = callee;
  return object.type === "Identifier" && object.name === "module" && scopes.bindingOf(object) === undefined;
}

function importedName(specifier: t.ImportSpecifier | t.ImportDefaultSpecifier | t.ImportNamespaceSpecifier): string {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  if (specifier.type === "ImportNamespaceSpecifier") return "*";
  return moduleExportName(specifier.imported);
}

export function moduleExportName(node: t.Identifier | t.StringLiteral): string {
  return node.type === "Identifier" ? node.name : node.value;
}

function plainPattern(id: t.Node): { key: string; local: t.Identifier }[] | undefined {
  if (id.type !== "ObjectPattern") return undefined;
  const names: { key: string; local: t.Identifier }[] = [];
  for (const property of id.properties) {
    if (property.type !== "ObjectProperty" || property.computed || property.key.type !== "Identifier") return undefined;
    if (property.value.type !== "Identifier") return undefined;
    names.push({ key: property.key.name, local: property.value });
  }
  return names;
}

function literalText(node: t.Node | undefined | null): string | null {
  if (node?.type === "StringLiteral") return node.value;
  if (node?.type === "TemplateLiteral" && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null;
  return null;
}
