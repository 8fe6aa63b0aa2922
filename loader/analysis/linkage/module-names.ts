import type * as t from "@babel/types";
import { exportsMember, exportsName } from "./commonjs-exports.ts";
import { WHOLE_EXPORTS } from "./pseudo-names.ts";
import { declaredNames } from "./exports.ts";
import type { Imports } from "./imports.ts";
import { unwrap } from "../syntax/nodes.ts";
import { patternNames } from "../syntax/pattern-names.ts";
import type { Binding, ScopeTable } from "../scopes/scopes.ts";

/** What the member of something loaded refers to. */
export type MemberTarget =
  | { readonly kind: "member"; readonly name: string; readonly member: string }
  | { readonly kind: "binding"; readonly name: string }
  | { readonly kind: "module"; readonly import: number; readonly member: string };

/** Answers what names in a module's text mean beyond their scope. */
export interface ModuleNames {
  loadedModule(node: t.Node): number | undefined;
  memberTarget(node: t.MemberExpression | t.OptionalMemberExpression | t.JSXMemberExpression): MemberTarget | undefined;
  /** The pseudo binding that a global name of CommonJS stands for. */
  pseudoBinding(name: string): string | undefined;
  /** Whether the variable gives its name to a function or class. */
  holdsFunction(binding: Binding): boolean;
  /** The name that a class takes from the variable it is assigned to. */
  inferredName(node: t.Node): string | undefined;
  declaredNames(node: t.ExportNamedDeclaration): readonly string[];
  parameterName(node: t.TSParameterProperty): string;
  /** Module-level names that every JSX element and fragment calls. */
  readonly jsxFactories: readonly string[];
}

export function createModuleNames(
  scopes: ScopeTable,
  imports: Imports,
  inferred: InferredNames,
  pseudoNames: ReadonlySet<string>,
  jsxFactories: readonly string[],
): ModuleNames {
  return {
    loadedModule: (node) => imports.calls.get(node),
    memberTarget(node) {
      const member = memberName(node);
      if (member === undefined) return undefined;
      const object = unwrap(node.object);
      const loaded = imports.calls.get(object);
      if (loaded !== undefined) return { kind: "module", import: loaded, member };
      const exported = exportsMember(node, scopes);
      if (exported !== undefined)
        return {
          kind: "binding",
          name: pseudoNames.has(exportsName(exported)) ? exportsName(exported) : WHOLE_EXPORTS,
        };
      const binding = scopes.bindingOf(object);
      return binding !== undefined && imports.names.has(binding)
        ? { kind: "member", name: binding.name, member }
        : undefined;
    },
    pseudoBinding: (name) =>
      (name === "exports" || name === "module") && pseudoNames.has(WHOLE_EXPORTS) ? WHOLE_EXPORTS : undefined,
    holdsFunction: (binding) => inferred.bindings.has(binding),
    jsxFactories,
    inferredName: (node) => inferred.names.get(node),
    declaredNames,
    parameterName: (node) => patternNames(node.parameter)[0]?.name ?? "",
  };
}

/** Names that anonymous functions and classes take from where they stand (ECMA-262, NamedEvaluation). */
export interface InferredNames {
  readonly names: Map<t.Node, string>;
  readonly bindings: Set<Binding>;
}

export function inferName(node: t.Node, scopes: ScopeTable, into: InferredNames): void {
  const [target, value] = namedEvaluation(node);
  if (value === undefined || value === null || !NAMED.has(value.type) || target?.type !== "Identifier") return;
  const binding = scopes.bindingOf(target);
  if (binding !== undefined) into.bindings.add(binding);
  if (target !== (value as { id?: t.Node }).id) into.names.set(value, target.name);
}

type NamedEvaluation = readonly [target?: t.Node | null | undefined, value?: t.Node | null | undefined];

function namedEvaluation(node: t.Node): NamedEvaluation {
  switch (node.type) {
    case "FunctionDeclaration":
    case "ClassDeclaration":
      return [node.id, node];
    case "VariableDeclarator":
      return [node.id, node.init];
    case "AssignmentExpression":
    case "AssignmentPattern":
      return [node.left, node.right];
    default:
      return [];
  }
}

const NAMED = new Set<string>([
  "FunctionDeclaration",
  "ClassDeclaration",
  "FunctionExpression",
  "ArrowFunctionExpression",
  "ClassExpression",
]);

function memberName(node: t.MemberExpression | t.OptionalMemberExpression | t.JSXMemberExpression): string | undefined {
  const { property } = node;
  if (node.type === "JSXMemberExpression") return node.property.name;
  if (!node.computed && property.type === "Identifier") return property.name;
  return property.type === "StringLiteral" ? property.value : undefined;
}
