import type * as t from "@babel/types";

/**
 * The children of each kind of node that can run, in source order. Types are left out: what is not in this table (type
 * annotations, type parameters, `implements`, interfaces …) is erased before the program runs.
 */
const CHILD_KEYS: Readonly<Record<string, readonly string[]>> = {
  File: ["program"],
  Program: ["directives", "body"],

  // Statements
  BlockStatement: ["directives", "body"],
  StaticBlock: ["body"],
  TSModuleBlock: ["body"],
  ExpressionStatement: ["expression"],
  VariableDeclaration: ["declarations"],
  VariableDeclarator: ["id", "init"],
  ReturnStatement: ["argument"],
  ThrowStatement: ["argument"],
  IfStatement: ["test", "consequent", "alternate"],
  ForStatement: ["init", "test", "update", "body"],
  ForInStatement: ["left", "right", "body"],
  ForOfStatement: ["left", "right", "body"],
  WhileStatement: ["test", "body"],
  DoWhileStatement: ["body", "test"],
  SwitchStatement: ["discriminant", "cases"],
  SwitchCase: ["test", "consequent"],
  TryStatement: ["block", "handler", "finalizer"],
  CatchClause: ["param", "body"],
  LabeledStatement: ["label", "body"],
  BreakStatement: ["label"],
  ContinueStatement: ["label"],
  WithStatement: ["object", "body"],
  Directive: ["value"],

  // Modules
  ImportDeclaration: ["specifiers", "source", "attributes", "assertions"],
  ImportSpecifier: ["imported", "local"],
  ImportDefaultSpecifier: ["local"],
  ImportNamespaceSpecifier: ["local"],
  ImportAttribute: ["key", "value"],
  ExportAllDeclaration: ["source", "attributes", "assertions"],
  ExportDefaultDeclaration: ["declaration"],
  ExportNamedDeclaration: ["declaration", "specifiers", "source", "attributes", "assertions"],
  ExportSpecifier: ["local", "exported"],
  ExportNamespaceSpecifier: ["exported"],
  TSExportAssignment: ["expression"],
  TSImportEqualsDeclaration: ["id", "moduleReference"],
  TSExternalModuleReference: ["expression"],
  TSQualifiedName: ["left", "right"],

  // Functions and classes
  FunctionDeclaration: ["id", "params", "body"],
  FunctionExpression: ["id", "params", "body"],
  ArrowFunctionExpression: ["params", "body"],
  ObjectMethod: ["decorators", "key", "params", "body"],
  ClassMethod: ["decorators", "key", "params", "body"],
  ClassPrivateMethod: ["decorators", "key", "params", "body"],
  TSDeclareMethod: ["decorators", "key"],
  TSParameterProperty: ["decorators", "parameter"],
  ClassDeclaration: ["decorators", "id", "superClass", "body"],
  ClassExpression: ["decorators", "id", "superClass", "body"],
  ClassBody: ["body"],
  ClassProperty: ["decorators", "key", "value"],
  ClassPrivateProperty: ["decorators", "key", "value"],
  ClassAccessorProperty: ["decorators", "key", "value"],
  PrivateName: ["id"],
  Decorator: ["expression"],

  // Patterns
  Identifier: ["decorators"],
  ObjectPattern: ["decorators", "properties"],
  ArrayPattern: ["decorators", "elements"],
  AssignmentPattern: ["decorators", "left", "right"],
  RestElement: ["decorators", "argument"],

  // Expressions
  ArrayExpression: ["elements"],
  ObjectExpression: ["properties"],
  ObjectProperty: ["decorators", "key", "value"],
  SpreadElement: ["argument"],
  AssignmentExpression: ["left", "right"],
  BinaryExpression: ["left", "right"],
  LogicalExpression: ["left", "right"],
  UnaryExpression: ["argument"],
  UpdateExpression: ["argument"],
  ConditionalExpression: ["test", "consequent", "alternate"],
  SequenceExpression: ["expressions"],
  ParenthesizedExpression: ["expression"],
  CallExpression: ["callee", "arguments"],
  OptionalCallExpression: ["callee", "arguments"],
  NewExpression: ["callee", "arguments"],
  MemberExpression: ["object", "property"],
  OptionalMemberExpression: ["object", "property"],
  ImportExpression: ["source", "options"],
  MetaProperty: ["meta", "property"],
  TemplateLiteral: ["quasis", "expressions"],
  TaggedTemplateExpression: ["tag", "quasi"],
  YieldExpression: ["argument"],
  AwaitExpression: ["argument"],

  // TypeScript that runs
  TSAsExpression: ["expression"],
  TSSatisfiesExpression: ["expression"],
  TSNonNullExpression: ["expression"],
  TSTypeAssertion: ["expression"],
  TSInstantiationExpression: ["expression"],
  TSEnumDeclaration: ["id", "members"],
  TSEnumMember: ["id", "initializer"],
  TSModuleDeclaration: ["id", "body"],

  // JSX
  JSXElement: ["openingElement", "children", "closingElement"],
  JSXOpeningElement: ["name", "attributes"],
  JSXClosingElement: ["name"],
  JSXFragment: ["openingFragment", "children", "closingFragment"],
  JSXAttribute: ["name", "value"],
  JSXSpreadAttribute: ["argument"],
  JSXExpressionContainer: ["expression"],
  JSXSpreadChild: ["expression"],
  JSXMemberExpression: ["object", "property"],
  JSXNamespacedName: ["namespace", "name"],
};

const NONE: readonly string[] = [];
const byType = new Map(Object.entries(CHILD_KEYS));

export function childKeys(type: string): readonly string[] {
  return byType.get(type) ?? NONE;
}

export type Children = t.Node | readonly (t.Node | null)[] | null | undefined;

/** What stands under a key of `childKeys`. */
export function childrenAt(node: t.Node, key: string): Children {
  return (node as unknown as Readonly<Record<string, Children>>)[key];
}

export function isList(children: t.Node | readonly (t.Node | null)[]): children is readonly (t.Node | null)[] {
  return Array.isArray(children);
}
