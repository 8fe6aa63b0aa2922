import type * as t from "@babel/types";
import { boundIdentifiers } from "./scope-patterns.ts";
import { add } from "./scope-records.ts";
import type { Pass, ScopeRecord } from "./scope-records.ts";

/**
 * In sloppy code a function declared in a block also makes a variable of the function around, unless a `let` of that
 * name in between would make that variable an error (ECMA-262 B.3.2).
 */
export class BlockFunctions {
  readonly #scope: ScopeRecord;
  readonly #blocks: t.Node[] = [];
  readonly #candidates: { readonly id: t.Identifier; readonly blocks: readonly t.Node[] }[] = [];

  constructor(scope: ScopeRecord) {
    this.#scope = scope;
  }

  enter(block: t.Node): void {
    this.#blocks.push(block);
  }

  leave(): void {
    this.#blocks.pop();
  }

  found(node: t.FunctionDeclaration): void {
    if (node.async || node.generator || !node.id) return;
    this.#candidates.push({ id: node.id, blocks: [...this.#blocks] });
  }

  /** After the names of the body itself are known. */
  declareVariables(pass: Pass, body: readonly t.Statement[]): void {
    for (const { id, blocks } of this.#candidates) {
      const around = blocks.slice(0, -1);
      if (
        isParameter(this.#scope, id.name) ||
        isLexical(body, id.name) ||
        around.some((block) => declares(block, id.name))
      )
        continue;
      const variable = this.#scope.bindings.get(id.name) ?? add(this.#scope, "var", id.name);
      variable.declarations.push(id);
      variable.assignments.push(id);
    }
  }
}

function isParameter(scope: ScopeRecord, name: string): boolean {
  const parameters = scope.node.type === "BlockStatement" ? scope.parent : scope;
  return parameters?.bindings.get(name)?.kind === "parameter";
}

/** Whether a statement list declares a name by let, const, class or the like; at the top of a body functions are variables. */
function isLexical(statements: readonly t.Statement[], name: string): boolean {
  return statements.some(
    (statement) =>
      (statement.type === "ClassDeclaration" && statement.id?.name === name) ||
      (statement.type === "VariableDeclaration" && statement.kind !== "var" && binds(statement, name)),
  );
}

/** Whether a block or loop head between a function and the body around declares a name, so that a `var` of it were an error. */
function declares(block: t.Node, name: string): boolean {
  switch (block.type) {
    case "BlockStatement":
      return declaresInList(block.body, name);
    case "SwitchStatement":
      return block.cases.some((branch) => declaresInList(branch.consequent, name));
    case "ForStatement":
      return block.init?.type === "VariableDeclaration" && block.init.kind !== "var" && binds(block.init, name);
    case "ForInStatement":
    case "ForOfStatement":
      return block.left.type === "VariableDeclaration" && block.left.kind !== "var" && binds(block.left, name);
    case "CatchClause":
      // A plain `catch (e)` allows `var e` (B.3.4); a destructured one does not.
      return block.param?.type !== "Identifier" && bindsPattern(block.param, name);
    default:
      return false;
  }
}

function declaresInList(statements: readonly t.Statement[], name: string): boolean {
  return (
    isLexical(statements, name) ||
    statements.some((statement) => statement.type === "FunctionDeclaration" && statement.id?.name === name)
  );
}

function binds(node: t.VariableDeclaration, name: string): boolean {
  return node.declarations.some((declarator) => bindsPattern(declarator.id, name));
}

function bindsPattern(pattern: t.Node | null | undefined, name: string): boolean {
  return pattern ? boundIdentifiers(pattern).some((id) => id.name === name) : false;
}
