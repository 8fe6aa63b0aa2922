import type * as t from "@babel/types";
import { isErased } from "../syntax/erased.ts";
import { BlockFunctions } from "./scope-block-functions.ts";
import { declarePattern } from "./scope-patterns.ts";
import { declare } from "./scope-records.ts";
import type { Pass, Places, ScopeRecord } from "./scope-records.ts";
import { declareEnum, openNamespace } from "./scope-typescript.ts";

/** Declares all that a function body, a module, a namespace or a static block declares before it runs. */
export function declareBody(pass: Pass, places: Places, statements: readonly t.Statement[]): void {
  const blockFunctions = places.local.isStrict ? undefined : new BlockFunctions(places.local);
  for (const statement of statements) hoist(pass, places, statement, blockFunctions);
  declareLexical(pass, places, statements);
  blockFunctions?.declareVariables(pass, statements);
}

/** Declares what a block declares: let, const, using, classes, enums, namespaces, imports, and functions. */
export function declareLexical(pass: Pass, places: Places, statements: readonly t.Statement[]): void {
  for (const statement of statements) {
    const exported = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
    const scope = exported ? places.exported : places.local;
    const declaration = exported ? statement.declaration : statement;
    if (declaration && !isErased(statement)) declareStatement(pass, scope, places, declaration);
  }
}

function declareStatement(pass: Pass, scope: ScopeRecord, places: Places, node: t.Node): void {
  switch (node.type) {
    case "VariableDeclaration":
      if (node.kind !== "var") declareVariables(pass, scope, node);
      break;
    case "FunctionDeclaration":
      if (node.id) declare(pass, scope, "function", node.id);
      break;
    case "ClassDeclaration":
      if (node.id) declare(pass, scope, "class", node.id);
      break;
    case "LabeledStatement":
      if (node.body.type === "FunctionDeclaration" || node.body.type === "LabeledStatement")
        declareStatement(pass, scope, places, node.body);
      break;
    case "ImportDeclaration":
      for (const specifier of node.specifiers)
        if (!isErased(specifier)) declare(pass, scope, "import", specifier.local);
      break;
    case "TSImportEqualsDeclaration":
      declare(
        pass,
        node.isExport ? places.exported : scope,
        node.moduleReference.type === "TSExternalModuleReference" ? "import" : "const",
        node.id,
      );
      break;
    case "TSEnumDeclaration":
      declareEnum(pass, scope, places.local, node);
      break;
    case "TSModuleDeclaration":
      declareNamespace(pass, scope, places.local, node);
      break;
    default:
  }
}

/** Also what its body declares: blocks of one namespace see each other's exports, wherever they stand. */
function declareNamespace(pass: Pass, scope: ScopeRecord, local: ScopeRecord, node: t.TSModuleDeclaration): void {
  const places = openNamespace(pass, scope, local, node);
  if (node.body.type === "TSModuleBlock") declareBody(pass, places, node.body.body);
  else declareNamespace(pass, places.exported, places.local, node.body);
}

export function declareVariables(pass: Pass, scope: ScopeRecord, node: t.VariableDeclaration): void {
  const kind = node.kind === "var" || node.kind === "let" ? node.kind : "const";
  for (const declarator of node.declarations) declarePattern(pass, scope, kind, declarator.id);
}

/** Finds every `var` of a function at any depth of its blocks; looks only at statements. */
function hoist(pass: Pass, places: Places, node: t.Node, blockFunctions: BlockFunctions | undefined): void {
  switch (node.type) {
    case "VariableDeclaration":
      if (node.kind === "var" && node.declare !== true) declareVariables(pass, places.local, node);
      break;
    case "ExportNamedDeclaration":
      if (node.declaration)
        hoist(pass, { local: places.exported, exported: places.exported }, node.declaration, undefined);
      break;
    case "LabeledStatement":
      hoist(pass, places, node.body, blockFunctions);
      break;
    case "WhileStatement":
    case "DoWhileStatement":
    case "WithStatement":
      hoistBranch(pass, places, node.body, blockFunctions);
      break;
    case "IfStatement":
      hoistBranch(pass, places, node.consequent, blockFunctions);
      if (node.alternate) hoistBranch(pass, places, node.alternate, blockFunctions);
      break;
    case "ForStatement":
      if (node.init) hoist(pass, places, node.init, blockFunctions);
      hoistInside(pass, places, node, [node.body], blockFunctions);
      break;
    case "ForInStatement":
    case "ForOfStatement":
      hoist(pass, places, node.left, blockFunctions);
      hoistInside(pass, places, node, [node.body], blockFunctions);
      break;
    case "BlockStatement":
      hoistInside(pass, places, node, node.body, blockFunctions);
      break;
    case "SwitchStatement":
      hoistInside(
        pass,
        places,
        node,
        node.cases.flatMap((branch) => branch.consequent),
        blockFunctions,
      );
      break;
    case "TryStatement":
      hoist(pass, places, node.block, blockFunctions);
      if (node.handler) hoistInside(pass, places, node.handler, [node.handler.body], blockFunctions);
      if (node.finalizer) hoist(pass, places, node.finalizer, blockFunctions);
      break;
    default:
  }
}

/** A statement that stands alone where a block could: `if (x) function f() {}` counts as one (ECMA-262 B.3.3). */
function hoistBranch(pass: Pass, places: Places, node: t.Statement, blockFunctions: BlockFunctions | undefined): void {
  hoistInside(pass, places, node, [node], blockFunctions);
}

function hoistInside(
  pass: Pass,
  places: Places,
  block: t.Node,
  statements: readonly t.Statement[],
  blockFunctions: BlockFunctions | undefined,
): void {
  blockFunctions?.enter(block);
  for (const statement of statements) {
    if (statement.type === "FunctionDeclaration") blockFunctions?.found(statement);
    else hoist(pass, places, statement, blockFunctions);
  }
  blockFunctions?.leave();
}
