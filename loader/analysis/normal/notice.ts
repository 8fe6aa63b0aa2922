import type * as t from "@babel/types";
import { PROCESS_INPUTS, type ProcessInput, WHOLE_ENVIRONMENT } from "../../../runtime/call/process-inputs.ts";
import type { EmitKind } from "../facts.ts";
import type { ReasonNote } from "../../../runtime/reasons.ts";
import { handsOutRequire, loadCall } from "../linkage/imports.ts";
import { unwrap } from "../syntax/nodes.ts";
import type { BuiltinPaths } from "../functions/builtin-paths.ts";
import type { ScopeTable } from "../scopes/scopes.ts";

/** What a vertex does besides computing from what it refers to. */
export interface Noticed {
  readonly environment: Set<string>;
  readonly process: Set<ProcessInput>;
  readonly globals: Set<string>;
  readonly emits: Set<EmitKind>;
  readonly notes: ReasonNote[];
  location: boolean;
  /** Nodes `process.env` whose use is accounted for. */
  readonly accounted: Set<t.Node>;
}

export function newNoticed(): Noticed {
  return {
    environment: new Set(),
    process: new Set(),
    globals: new Set(),
    emits: new Set(),
    notes: [],
    location: false,
    accounted: new Set(),
  };
}

interface NoticeContext {
  readonly scopes: ScopeTable;
  readonly paths: BuiltinPaths;
}

/** Notes code that cannot be followed, reads of the environment by name, and looks at the module's own location. */
export function noticeOpaque(node: t.Node, { scopes, paths }: NoticeContext, into: Noticed): void {
  const isGlobal = (candidate: t.Node | null | undefined, name: string): boolean =>
    candidate?.type === "Identifier" && candidate.name === name && scopes.bindingOf(candidate) === undefined;
  const note = (code: ReasonNote["code"], detail: string): void => {
    if (code === "computed-environment") into.environment.add(WHOLE_ENVIRONMENT);
    into.notes.push({ code, detail, line: node.loc?.start.line ?? 0 });
  };
  switch (node.type) {
    case "CallExpression":
    case "NewExpression":
      if (isGlobal(node.callee, "Function")) note("dynamic-code", "Function");
      if (isGlobal(node.callee, "eval")) note("dynamic-code", "eval");
      break;
    case "JSXElement":
    case "JSXFragment":
      into.emits.add("jsx");
      break;
    case "Decorator":
      into.emits.add("decorators");
      break;
    case "ClassProperty":
      into.emits.add("fields");
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
      if (paths.isImport(node)) noticeProcess(node, paths, into, note);
      break;
    case "MemberExpression":
    case "OptionalMemberExpression":
      if (looksAtCalls(node, scopes)) note("looks-at-calls", propertyName(node) ?? "");
      if (paths.of(node.object) === "") noticeGlobal(node, into);
      else if (paths.of(node.object) === ENVIRONMENT) noticeVariable(node, into, note);
      else noticeProcess(node, paths, into, note);
      break;
    case "VariableDeclarator":
      if (node.init && node.id.type === "ObjectPattern") noticePattern(node.init, node.id, { paths, into, note });
      break;
    default:
  }
  if (handsOutRequire(node, scopes)) note("computed-import", "require");
  const load = loadCall(node, scopes);
  if (load?.specifier === null) note("computed-import", load.kind);
}

type AddNote = (code: ReasonNote["code"], detail: string) => void;

const ENVIRONMENT = "process.env";

/** `f.caller` and `f.arguments`, which functions of sloppy code have while they run. */
function looksAtCalls(node: t.MemberExpression | t.OptionalMemberExpression, scopes: ScopeTable): boolean {
  const name = propertyName(node);
  if (name !== "caller" && name !== "arguments") return false;
  const object = unwrap(node.object);
  if (object.type === "MemberExpression") return propertyName(object) === "callee";
  const kind = object.type === "Identifier" ? scopes.bindingOf(object)?.kind : undefined;
  return kind === "function" || kind === "self";
}

/** `globalThis.name`. */
function noticeGlobal(node: t.MemberExpression | t.OptionalMemberExpression, into: Noticed): void {
  const name = propertyName(node);
  if (name !== undefined) into.globals.add(name);
}

/** `process.argv`, and `process.env` where it is used as a whole. */
function noticeProcess(node: t.Expression, paths: BuiltinPaths, into: Noticed, note: AddNote): void {
  const path = paths.of(node);
  if (path === ENVIRONMENT && !into.accounted.has(node)) note("computed-environment", ENVIRONMENT);
  const input = PROCESS_INPUTS.find((name) => path === `process.${name}`);
  if (input !== undefined) into.process.add(input);
}

function noticeVariable(node: t.MemberExpression | t.OptionalMemberExpression, into: Noticed, note: AddNote): void {
  into.accounted.add(unwrap(node.object));
  const name = propertyName(node);
  if (name === undefined) note("computed-environment", "process.env[…]");
  else into.environment.add(name);
}

interface PatternContext {
  readonly paths: BuiltinPaths;
  readonly into: Noticed;
  readonly note: AddNote;
}

/** `const { argv } = process`, `const { HOME } = process.env`. */
function noticePattern(source: t.Node, pattern: t.ObjectPattern, { paths, into, note }: PatternContext): void {
  const path = paths.of(source);
  if (path !== ENVIRONMENT && path !== "process") return;
  into.accounted.add(unwrap(source));
  for (const property of pattern.properties) {
    const name = property.type === "ObjectProperty" && !property.computed ? keyName(property.key) : undefined;
    const input = PROCESS_INPUTS.find((known) => known === name);
    if (path === ENVIRONMENT && name !== undefined) into.environment.add(name);
    else if (path === "process" && input !== undefined) into.process.add(input);
    else if (name === undefined || (name === "env" && !isKnownAlias(property, paths)))
      note("computed-environment", ENVIRONMENT);
  }
}

/** A name at module level that stands for `process.env`: its own uses are noticed. */
function isKnownAlias(property: t.ObjectProperty | t.RestElement, paths: BuiltinPaths): boolean {
  return property.type === "ObjectProperty" && property.value.type === "Identifier" && paths.isImport(property.value);
}

function keyName(key: t.Node): string | undefined {
  if (key.type === "StringLiteral") return key.value;
  return key.type === "Identifier" ? key.name : undefined;
}

function propertyName(node: t.MemberExpression | t.OptionalMemberExpression): string | undefined {
  if (!node.computed && node.property.type === "Identifier") return node.property.name;
  return node.property.type === "StringLiteral" ? node.property.value : undefined;
}
