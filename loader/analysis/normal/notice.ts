import type * as t from "@babel/types";
import type { ReasonNote } from "../../../runtime/reasons.ts";
import { isRequireFunction, loadCall } from "../linkage/imports.ts";
import { unwrap } from "../syntax/nodes.ts";
import type { ScopeTable } from "../scopes/scopes.ts";

/** What a vertex does besides computing from what it refers to. */
export interface Noticed {
  readonly environment: Set<string>;
  readonly notes: ReasonNote[];
  location: boolean;
  /** Nodes `process.env` whose use is accounted for. */
  readonly accounted: Set<t.Node>;
}

export function newNoticed(): Noticed {
  return { environment: new Set(), notes: [], location: false, accounted: new Set() };
}

/** Notes code that cannot be followed, reads of the environment by name, and looks at the module's own location. */
export function noticeOpaque(node: t.Node, scopes: ScopeTable, into: Noticed): void {
  const isGlobal = (candidate: t.Node | null | undefined, name: string): boolean =>
    candidate?.type === "Identifier" && candidate.name === name && scopes.bindingOf(candidate) === undefined;
  const note = (code: ReasonNote["code"], detail: string): void => {
    into.notes.push({ code, detail, line: node.loc?.start.line ?? 0 });
  };
  switch (node.type) {
    case "CallExpression":
    case "NewExpression":
      if (isGlobal(node.callee, "Function")) note("dynamic-code", "Function");
      if (isGlobal(node.callee, "eval")) note("dynamic-code", "eval");
      break;
    case "WithStatement":
      note("with-statement", "with");
      break;
    case "MetaProperty":
      if (node.meta.name === "import") into.location = true;
      break;
    case "Identifier":
      if (isGlobal(node, "__filename") || isGlobal(node, "__dirname"))
        into.location = scopes.isReference(node) || into.location;
      break;
    case "MemberExpression":
    case "OptionalMemberExpression":
      if (isEnvironment(node.object, isGlobal)) noticeVariable(node, into, note);
      else if (isEnvironment(node, isGlobal) && !into.accounted.has(node)) note("computed-environment", "process.env");
      break;
    case "VariableDeclarator":
      if (node.init && node.id.type === "ObjectPattern" && isEnvironment(node.init, isGlobal))
        noticePattern(node.init, node.id, into, note);
      break;
    default:
  }
  const load = loadCall(node, (callee) => isRequireFunction(callee, scopes));
  if (load?.specifier === null) note("computed-import", load.kind);
}

type IsGlobal = (node: t.Node | null | undefined, name: string) => boolean;
type AddNote = (code: ReasonNote["code"], detail: string) => void;

/** `process.env`. */
function isEnvironment(expression: t.Node, isGlobal: IsGlobal): boolean {
  const node = unwrap(expression);
  if (node.type !== "MemberExpression" || !isGlobal(unwrap(node.object), "process")) return false;
  return propertyName(node) === "env";
}

function noticeVariable(node: t.MemberExpression | t.OptionalMemberExpression, into: Noticed, note: AddNote): void {
  into.accounted.add(unwrap(node.object));
  const name = propertyName(node);
  if (name === undefined) note("computed-environment", "process.env[…]");
  else into.environment.add(name);
}

function noticePattern(source: t.Node, pattern: t.ObjectPattern, into: Noticed, note: AddNote): void {
  into.accounted.add(unwrap(source));
  for (const property of pattern.properties) {
    if (property.type === "ObjectProperty" && !property.computed && property.key.type === "Identifier")
      into.environment.add(property.key.name);
    else note("computed-environment", "process.env");
  }
}

function propertyName(node: t.MemberExpression | t.OptionalMemberExpression): string | undefined {
  if (!node.computed && node.property.type === "Identifier") return node.property.name;
  return node.property.type === "StringLiteral" ? node.property.value : undefined;
}
