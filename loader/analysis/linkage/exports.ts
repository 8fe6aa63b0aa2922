import type * as t from "@babel/types";
import { assignedExport, exportsMember, isExportsObject, starExportCall } from "./commonjs-exports.ts";
import { eachNode } from "../syntax/each-node.ts";
import { isErased } from "../syntax/erased.ts";
import { unwrap } from "../syntax/nodes.ts";
import type { ExportFacts } from "../facts.ts";
import { moduleExportName, type Imports } from "./imports.ts";
import type { Part } from "./parts.ts";
import { DEFAULT_EXPORT, WHOLE_EXPORTS } from "./pseudo-names.ts";
import { patternNames } from "../syntax/pattern-names.ts";
import type { ScopeTable } from "../scopes/scopes.ts";

export interface Exports {
  readonly names: Readonly<Record<string, ExportFacts>>;
  readonly stars: readonly number[];
  readonly opaque: boolean;
}

export function collectExports(file: t.File, parts: readonly Part[], imports: Imports, scopes: ScopeTable): Exports {
  const collector = new Collector(imports, scopes);
  for (const statement of file.program.body) collector.statement(statement);
  for (const part of parts) collector.assigned(part);
  if (hasUnknownExports(file.program, scopes)) collector.opaque = true;
  return { names: Object.fromEntries(collector.names), stars: collector.stars, opaque: collector.opaque };
}

class Collector {
  readonly names = new Map<string, ExportFacts>();
  readonly stars: number[] = [];
  opaque = false;
  readonly #imports: Imports;
  readonly #scopes: ScopeTable;

  constructor(imports: Imports, scopes: ScopeTable) {
    this.#imports = imports;
    this.#scopes = scopes;
  }

  statement(statement: t.Statement): void {
    switch (statement.type) {
      case "ExportAllDeclaration":
        return this.#star(this.#imports.declarations.get(statement));
      case "ExportDefaultDeclaration":
        return this.#default(statement.declaration);
      case "TSExportAssignment":
        return this.#default(statement.expression);
      case "ExportNamedDeclaration":
        if (statement.exportKind === "type" || (statement.declaration && isErased(statement.declaration))) return;
        for (const name of declaredNames(statement)) this.#local(name, name);
        for (const specifier of statement.specifiers) this.#specifier(statement, specifier);
        return;
      case "ExpressionStatement": {
        const source = starExportCall(statement.expression, this.#scopes);
        if (source !== undefined) this.#star(this.#imports.calls.get(source));
        return;
      }
      default:
    }
  }

  /** `exports.a = …` and `module.exports = …`. */
  assigned({ pseudoName, value }: Part): void {
    if (pseudoName === undefined || value === undefined || pseudoName === DEFAULT_EXPORT || isVoid(value)) return;
    if (pseudoName === WHOLE_EXPORTS) return this.#whole(unwrap(value));
    const name = pseudoName.slice("exports.".length);
    const local = this.#finalName(value);
    this.#local(name, this.names.has(name) || local === undefined ? pseudoName : local);
  }

  #whole(value: t.Node): void {
    const required = this.#imports.calls.get(value);
    if (required !== undefined) return this.#star(required);
    this.#local("default", this.#finalName(value) ?? WHOLE_EXPORTS);
    if (value.type !== "ObjectExpression") return;
    for (const property of value.properties) this.#member(property);
  }

  #member(property: t.ObjectExpression["properties"][number]): void {
    if (property.type === "SpreadElement" || property.computed || property.key.type !== "Identifier")
      this.opaque = true;
    else {
      const local = property.type === "ObjectProperty" ? this.#finalName(property.value) : undefined;
      this.#local(property.key.name, local ?? WHOLE_EXPORTS);
    }
  }

  #default(declaration: t.Node): void {
    if (isErased(declaration)) return;
    const declared =
      (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") && declaration.id?.name;
    this.#local("default", declared || (this.#finalName(declaration) ?? DEFAULT_EXPORT));
  }

  #specifier(statement: t.ExportNamedDeclaration, specifier: t.ExportNamedDeclaration["specifiers"][number]): void {
    if ("exportKind" in specifier && specifier.exportKind === "type") return;
    const place = this.#imports.declarations.get(statement);
    const exported = moduleExportName(specifier.exported);
    if (specifier.type === "ExportNamespaceSpecifier") this.#from(exported, place, "*");
    else if (place !== undefined && specifier.type === "ExportSpecifier")
      this.#from(exported, place, moduleExportName(specifier.local));
    else if (specifier.type === "ExportSpecifier") this.#local(exported, specifier.local.name);
  }

  #finalName(value: t.Node): string | undefined {
    const node = unwrap(value);
    if (node.type !== "Identifier") return undefined;
    const binding = this.#scopes.bindingOf(node);
    return binding !== undefined && binding.scope === this.#scopes.module && binding.assignments.length === 0
      ? binding.name
      : undefined;
  }

  #local(exported: string, name: string): void {
    this.names.set(exported, { kind: "local", name });
  }

  #from(exported: string, place: number | undefined, name: string): void {
    if (place !== undefined) this.names.set(exported, { kind: "from", import: place, name });
  }

  #star(place: number | undefined): void {
    if (place !== undefined) this.stars.push(place);
  }
}

/** The names that an export declaration declares. */
export function declaredNames({ declaration }: t.ExportNamedDeclaration): string[] {
  if (!declaration) return [];
  if (declaration.type === "VariableDeclaration")
    return declaration.declarations.flatMap(({ id }) => patternNames(id).map(({ name }) => name));
  return "id" in declaration && declaration.id?.type === "Identifier" ? [declaration.id.name] : [];
}

/** Whether `exports` or `module` is used in another way than those that `assigned` understands. */
function hasUnknownExports(program: t.Program, scopes: ScopeTable): boolean {
  let found = false;
  eachNode(program, (node, ancestors) => {
    if (!isExportsObject(node, scopes) || found) return;
    const parent = ancestors.at(-1);
    if (parent !== undefined && exportsMember(parent, scopes) !== undefined && !isLateAssignment(parent, ancestors))
      return;
    // The object inside `module.exports` was judged with its parent; a top-level statement is judged by `assignedExport`.
    const statement = ancestors[1];
    const isTop = statement?.type === "ExpressionStatement" && ancestors.length <= 5;
    if (
      isTop &&
      (assignedExport(statement.expression, scopes) ?? starExportCall(statement.expression, scopes)) !== undefined
    )
      return;
    if (parent?.type === "UnaryExpression" && parent.operator === "typeof") return;
    found = true;
  });
  return found;
}

/** `exports.a = …` anywhere but as a statement of its own. */
function isLateAssignment(member: t.Node, ancestors: readonly t.Node[]): boolean {
  const parent = ancestors.at(-2);
  const assigns =
    (parent?.type === "AssignmentExpression" && parent.left === member) || parent?.type === "UpdateExpression";
  return assigns && ancestors[1]?.type !== "ExpressionStatement";
}

function isVoid(value: t.Node): boolean {
  if (value.type === "AssignmentExpression") return isVoid(value.right);
  return value.type === "UnaryExpression" && value.operator === "void";
}
