import type * as t from "@babel/types";

/** The expression inside assertions, which do nothing when the program runs. */
export function unwrapped(node: t.Node): t.Node {
  let inner = node;
  while (ASSERTIONS.has(inner.type)) inner = (inner as t.TSAsExpression).expression;
  return inner;
}

/** Fields of Babel's nodes that say nothing about behaviour. `optional` counts only in chains, which are written apart. */
export const IGNORED_FIELDS: ReadonlySet<string> = new Set([
  "type",
  "start",
  "end",
  "loc",
  "range",
  "extra",
  "leadingComments",
  "trailingComments",
  "innerComments",
  "comments",
  "tokens",
  "errors",
  "shorthand",
  "typeAnnotation",
  "typeParameters",
  "typeArguments",
  "superTypeParameters",
  "superTypeArguments",
  "returnType",
  "predicate",
  "implements",
  "accessibility",
  "readonly",
  "abstract",
  "override",
  "declare",
  "definite",
  "variance",
  "importKind",
  "exportKind",
  "interpreter",
]);

const ASSERTIONS = new Set<string>([
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
  "ParenthesizedExpression",
]);
