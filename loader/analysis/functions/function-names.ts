import type * as t from "@babel/types";
import { assignedName } from "./assigned-names.ts";
import { unwrap } from "../syntax/nodes.ts";
import type { ScopeTable } from "../scopes/scopes.ts";

export interface Naming {
  /** Undefined where nothing gives the function a name. */
  readonly name: string | undefined;
  readonly isTopLevel: boolean;
  /** The identifier or key that names it; undefined for default exports. */
  readonly node: t.Node | undefined;
}

/**
 * The name of a function as patterns write it.
 *
 * @param ancestors From the module's `Program` to the node's parent; those before `from` belong to another function.
 * @param prefix The name of the function around.
 */
export function nameFunction(
  node: t.Node,
  ancestors: readonly t.Node[],
  from: number,
  prefix: string | undefined,
  table: ScopeTable,
): Naming {
  const inside = ancestors.slice(from);
  const local = localName(node, inside, table);
  if (local.parts.length === 0) return { name: undefined, isTopLevel: false, node: undefined };
  const isTopLevel = from === 0 && local.parts.length === 1 && inside.every((ancestor) => TOP_LEVEL.has(ancestor.type));
  const around = [...(prefix === undefined ? [] : [prefix]), ...namespacesOf(inside)];
  return { name: [...around, ...local.parts].join("."), isTopLevel, node: local.node };
}

/** What may stand between a module and a function that is one of its statements. */
const TOP_LEVEL = new Set<string>([
  "Program",
  "ExportNamedDeclaration",
  "ExportDefaultDeclaration",
  "TSExportAssignment",
  "VariableDeclaration",
  "VariableDeclarator",
  "ExpressionStatement",
  "AssignmentExpression",
  "ObjectExpression",
  "ObjectProperty",
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
]);

function namespacesOf(ancestors: readonly t.Node[]): readonly string[] {
  return ancestors.flatMap((ancestor) =>
    ancestor.type === "TSModuleDeclaration" && ancestor.id.type === "Identifier" ? [ancestor.id.name] : [],
  );
}

interface LocalName {
  readonly parts: readonly string[];
  readonly node?: t.Node | undefined;
}

/** What one ancestor means for a name: its end, its front, or a part of it with more to come. */
type Step =
  | { readonly kind: "stop" }
  | { readonly kind: "named"; readonly parts: readonly string[]; readonly node?: t.Node }
  /** `id`: counts where nothing further out gives a name. */
  | {
      readonly kind: "pass";
      readonly part?: string;
      readonly node?: t.Node;
      readonly id?: t.Identifier | null | undefined;
    };

const STOP: Step = { kind: "stop" };
const PASS: Step = { kind: "pass" };

function localName(node: t.Node, ancestors: readonly t.Node[], table: ScopeTable): LocalName {
  let step = ownStep(node);
  let found: LocalName = { parts: [] };
  let id: t.Identifier | null | undefined;
  let child = node;
  for (let i = ancestors.length - 1; step.kind === "pass"; i--) {
    if (step.part !== undefined) {
      found = { parts: [step.part, ...found.parts], node: found.node ?? step.node };
      id = undefined;
    }
    id ??= step.id;
    const ancestor = ancestors[i];
    step = ancestor === undefined ? STOP : stepOf(ancestor, child, found.parts.length > 0, table);
    child = ancestor ?? child;
  }
  if (step.kind === "named") return { parts: [...step.parts, ...found.parts], node: found.node ?? step.node };
  return id ? { parts: [id.name, ...found.parts], node: found.node ?? id } : found;
}

function ownStep(node: t.Node): Step {
  switch (node.type) {
    case "FunctionDeclaration":
      return node.id ? { kind: "named", parts: [node.id.name], node: node.id } : PASS;
    case "FunctionExpression":
      return { kind: "pass", id: node.id };
    case "ObjectMethod":
    case "ClassMethod":
    case "ClassPrivateMethod":
      return keyStep(node);
    default:
      return PASS;
  }
}

function stepOf(ancestor: t.Node, child: t.Node, isMember: boolean, table: ScopeTable): Step {
  switch (ancestor.type) {
    case "VariableDeclarator":
      if (ancestor.init !== child || ancestor.id.type !== "Identifier") return STOP;
      return { kind: "named", parts: [ancestor.id.name], node: ancestor.id };
    case "AssignmentExpression":
      return ancestor.right === child ? assignedStep(ancestor.left, isMember, table) : STOP;
    case "ObjectProperty":
    case "ClassProperty":
    case "ClassPrivateProperty":
    case "ClassAccessorProperty":
      return ancestor.value === child ? keyStep(ancestor) : STOP;
    case "ClassDeclaration":
      if (ancestor.body !== child) return STOP;
      return ancestor.id ? { kind: "named", parts: [ancestor.id.name], node: ancestor.id } : PASS;
    case "ClassExpression":
      return ancestor.body === child ? { kind: "pass", id: ancestor.id } : STOP;
    case "ExportDefaultDeclaration":
    case "TSExportAssignment":
      return { kind: "named", parts: ["default"] };
    case "ObjectExpression":
    case "ClassBody":
      return PASS;
    default:
      return unwrap(ancestor) === ancestor ? STOP : PASS;
  }
}

function assignedStep(left: t.Node, isMember: boolean, table: ScopeTable): Step {
  const assigned = assignedName(left, isMember, table);
  return assigned === undefined ? STOP : { kind: "named", ...assigned };
}

interface Keyed {
  readonly key: t.Node;
  readonly computed?: boolean | null | undefined;
}

function keyStep(node: Keyed): Step {
  const part = keyName(node);
  return part === undefined ? STOP : { kind: "pass", part, node: node.key };
}

/** `total`, `#secret`, `[Symbol.iterator]`; undefined where the key is computed otherwise. */
export function keyName(node: Keyed): string | undefined {
  const { key } = node;
  if (key.type === "PrivateName") return `#${key.id.name}`;
  if (key.type === "StringLiteral") return key.value;
  if (key.type === "NumericLiteral" || key.type === "BigIntLiteral") return String(key.value);
  if (!node.computed) return key.type === "Identifier" ? key.name : undefined;
  const isSymbol = key.type === "MemberExpression" && key.object.type === "Identifier" && key.object.name === "Symbol";
  return isSymbol && !key.computed && key.property.type === "Identifier" ? `[Symbol.${key.property.name}]` : undefined;
}
