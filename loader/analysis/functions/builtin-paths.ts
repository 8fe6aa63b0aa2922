import type * as t from "@babel/types";
import { propertyName, unwrap } from "../syntax/nodes.ts";
import type { Binding, ScopeTable } from "../scopes/scopes.ts";

/** What a built-in module is called as a path from the globals. */
const MODULES: Readonly<Record<string, string>> = {
  "fs": "fs",
  "fs/promises": "fs.promises",
  "crypto": "crypto",
  "process": "process",
  "perf_hooks": "",
};

const GLOBAL_OBJECTS = new Set(["globalThis", "global"]);

/** Names what an expression reads of the globals and of some built-in modules: `Date.now`, `fs.promises.rm`, `process.env`. */
export class BuiltinPaths {
  readonly #table: ScopeTable;
  readonly #imports = new Map<Binding, string>();

  constructor(ast: t.File, table: ScopeTable) {
    this.#table = table;
    for (const statement of ast.program.body) this.#addStatement(statement);
  }

  /** Whether an identifier stands for something out of a built-in module. */
  isImport(node: t.Identifier): boolean {
    const binding = this.#imports.size === 0 ? undefined : this.#table.bindingOf(node);
    return binding !== undefined && this.#imports.has(binding);
  }

  of(expression: t.Node): string | undefined {
    const node = unwrap(expression);
    switch (node.type) {
      case "Identifier":
        return this.#ofIdentifier(node);
      case "MemberExpression":
      case "OptionalMemberExpression":
        return join(this.of(node.object), propertyName(node));
      case "CallExpression":
        return this.#ofRequire(node);
      default:
        return undefined;
    }
  }

  #ofIdentifier(node: t.Identifier): string | undefined {
    const binding = this.#table.bindingOf(node);
    if (binding !== undefined) return this.#imports.get(binding);
    if (!this.#table.isReference(node)) return undefined;
    return GLOBAL_OBJECTS.has(node.name) ? "" : node.name;
  }

  #ofRequire({ callee, arguments: [specifier] }: t.CallExpression): string | undefined {
    const isRequire =
      callee.type === "Identifier" && callee.name === "require" && this.#table.bindingOf(callee) === undefined;
    return isRequire && specifier?.type === "StringLiteral" ? moduleOf(specifier.value) : undefined;
  }

  #addStatement(statement: t.Statement): void {
    if (statement.type === "ImportDeclaration") this.#addImport(statement);
    else if (statement.type === "VariableDeclaration") {
      for (const { id, init } of statement.declarations) if (init) this.#addPattern(id, this.of(init));
    } else if (
      statement.type === "TSImportEqualsDeclaration" &&
      statement.moduleReference.type === "TSExternalModuleReference"
    ) {
      this.#add(statement.id, moduleOf(statement.moduleReference.expression.value));
    }
  }

  #addImport({ specifiers, source }: t.ImportDeclaration): void {
    const module = moduleOf(source.value);
    for (const specifier of module === undefined ? [] : specifiers) {
      const { imported } = specifier.type === "ImportSpecifier" ? specifier : {};
      const name = imported?.type === "StringLiteral" ? imported.value : imported?.name;
      this.#add(specifier.local, name === undefined ? module : join(module, name));
    }
  }

  #addPattern(pattern: t.Node, path: string | undefined): void {
    if (pattern.type === "Identifier") return this.#add(pattern, path);
    if (pattern.type !== "ObjectPattern" || path === undefined) return;
    for (const property of pattern.properties) {
      if (property.type === "ObjectProperty" && !property.computed && property.key.type === "Identifier") {
        this.#addPattern(property.value, join(path, property.key.name));
      }
    }
  }

  #add(id: t.Identifier, path: string | undefined): void {
    const binding = this.#table.bindingOf(id);
    if (binding !== undefined && path !== undefined) this.#imports.set(binding, path);
  }
}

function moduleOf(specifier: string): string | undefined {
  const name = specifier.replace(/^node:/, "");
  return Object.hasOwn(MODULES, name) ? MODULES[name] : undefined;
}

/** Without detours: `crypto.webcrypto.x` is `crypto.x`, a default import is the module. */
function join(object: string | undefined, name: string | undefined): string | undefined {
  if (object === undefined || name === undefined) return undefined;
  if (
    name === "default" ||
    (object === "crypto" && name === "webcrypto") ||
    (object === "" && GLOBAL_OBJECTS.has(name))
  )
    return object;
  return object === "" ? name : `${object}.${name}`;
}
