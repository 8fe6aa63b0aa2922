import type * as t from "@babel/types";
import type { Effect } from "./changes.ts";
import { changesByOtherNames } from "./handed-out.ts";
import type { LocalBindingFacts } from "../facts.ts";
import type { Fixedness } from "./fixed.ts";
import { DEFAULT_EXPORT } from "../linkage/pseudo-names.ts";
import { eachNode } from "../syntax/each-node.ts";
import { isFunction, unwrap } from "../syntax/nodes.ts";
import { changesPrivateStatics } from "./private-statics.ts";
import type { Binding, BindingKind } from "../scopes/scopes.ts";

/** What is gathered of one module-level name before it is judged. */
export interface BindingDraft {
  /** Places of the parts that declare it, or change it when the module loads. */
  readonly parts: Set<number>;
  /** Places of the statements that call a method of it which may change it. */
  readonly methodCalls: Set<number>;
  /** Places of the statements at the top level that change it after its declaration. */
  readonly changedAt: Set<number>;
  /** Places of the statements at the top level that hand it, or something inside it, to others. */
  readonly handedTo: Set<number>;
  /** Names at the top level that are given it, or something inside it. */
  readonly aliases: Set<string>;
  /** A class, or a function whose prototype is used. */
  isConstructor: boolean;
  /** Vertices of functions that change it. */
  readonly mutators: Set<number>;
  /** Expressions and classes that it is declared with. */
  readonly values: t.Node[];
  readonly effects: Set<Effect>;
  isAssignedLater: boolean;
  isChangedInFunction: boolean;
  /** A statement of the module changes it after its declaration. */
  isChangedAtLoad: boolean;
  /** Among these changes is one of more than a property of its own: a method put on its prototype, `Object.assign`. */
  isPatchedAtLoad: boolean;
  /** A function makes such a change: when, and whether it has, no value shows. */
  isPatchedInFunction: boolean;
}

export function newDraft(): BindingDraft {
  return {
    parts: new Set(),
    methodCalls: new Set(),
    changedAt: new Set(),
    handedTo: new Set(),
    aliases: new Set(),
    isConstructor: false,
    mutators: new Set(),
    values: [],
    effects: new Set(),
    isAssignedLater: false,
    isChangedInFunction: false,
    isChangedAtLoad: false,
    isPatchedAtLoad: false,
    isPatchedInFunction: false,
  };
}

export interface JudgeContext {
  readonly binding: Binding | undefined;
  readonly fixedness: Fixedness;
  readonly isExported: boolean;
  /** Shell of each part, by its place. */
  readonly shells: readonly number[];
  /** Of another module-level name. */
  draftOf(name: string): BindingDraft | undefined;
}

export function judgeDraft(name: string, draft: BindingDraft, context: JudgeContext): LocalBindingFacts {
  const { fixedness: fixed } = context;
  const kind = kindOf(draft, context.binding);
  // A method of the literal itself is known; one of an instance may do anything to it.
  const places = fixed === "computed" ? [...draft.parts, ...draft.methodCalls] : [...draft.parts];
  // Under other names a class may be given what its text does not show.
  if (kind === "code" && draft.isConstructor) places.push(...changesByOtherNames(draft, context.draftOf));
  const functionName = kind === "code" ? functionNameOf(name, draft, context.binding) : undefined;
  return {
    kind,
    vertices: [...new Set(places)].sort((a, b) => a - b).map((place) => context.shells[place] ?? 0),
    mutators: [...draft.mutators].sort((a, b) => a - b),
    value: fixed === "flat" || fixed === "fixed" ? "object" : fixed,
    changeable: isChangeable(name, draft, kind, context),
    isMade: kind === "data" && (draft.values.length === 0 || draft.values.some(holdsCall)),
    changedAtLoad: draft.isChangedAtLoad || draft.methodCalls.size > 0,
    patchedAtLoad: draft.isPatchedAtLoad,
    hidden:
      (kind === "code" && draft.isPatchedInFunction) ||
      draft.values.some((value) => (isClass(value) && changesPrivateStatics(value)) || keepsVariables(value)),
    hasPrivateState: draft.values.some((value) => isClass(value) && value.body.body.some(isPrivateField)),
    isBranding: draft.values.some((value) => isClass(value) && value.body.body.some(isBrand)),
    lexical: context.binding !== undefined && LEXICAL.has(context.binding.kind),
    changed:
      draft.isAssignedLater ||
      (draft.isChangedInFunction && (draft.effects.has("changes") || (fixed !== "computed" && kind === "data"))),
    reassigned: draft.effects.has("assigns"),
    ...(functionName === undefined ? {} : { functionName }),
  };
}

const LEXICAL: ReadonlySet<BindingKind> = new Set(["let", "const", "class"]);

function isChangeable(name: string, draft: BindingDraft, kind: "code" | "data", context: JudgeContext): boolean {
  const { effects } = draft;
  // Assigned at the top level, too: a target may be called before and after it.
  if (effects.has("assigns")) return true;
  // Static fields change through `this` as well, in methods of the class and of its subclasses.
  if (kind === "code" && (hasStaticState(draft.values) || draft.isChangedAtLoad)) return true;
  if (kind === "code" || context.binding?.kind === "enum")
    return draft.isChangedInFunction && (effects.has("changes") || effects.has("calls-mutator"));
  if (context.fixedness === "primitive") return false;
  if (draft.values.some(holdsPlaceKeeper)) return true;
  if (draft.isChangedInFunction || draft.isChangedAtLoad || effects.has("hands-out") || context.isExported) return true;
  return context.fixedness !== "flat" && effects.has("hands-out-member") && !draft.values.every(holdsOnlyFunctions);
}

function kindOf(draft: BindingDraft, binding: Binding | undefined): "code" | "data" {
  if (binding?.kind === "function" || binding?.kind === "class" || binding?.kind === "namespace") return "code";
  const [value] = draft.values;
  const isCode = value !== undefined && (isFunction(value) || isClass(value));
  return draft.values.length === 1 && isCode ? "code" : "data";
}

function functionNameOf(name: string, draft: BindingDraft, binding: Binding | undefined): string {
  const [value] = draft.values;
  if (value !== undefined && "id" in value && value.id?.type === "Identifier") return value.id.name;
  return binding?.name ?? (name === DEFAULT_EXPORT ? "default" : name);
}

function hasStaticState(values: readonly t.Node[]): boolean {
  return values.some(
    (value) =>
      isClass(value) &&
      value.body.body.some((member) => "static" in member && member.static === true && "value" in member),
  );
}

function holdsCall(value: t.Node): boolean {
  let found = false;
  eachNode(value, (node, ancestors) => {
    if (CALLS.has(node.type) && !ancestors.some(isFunction)) found = true;
  });
  return found;
}

const CALLS = new Set<string>([
  "CallExpression",
  "OptionalCallExpression",
  "NewExpression",
  "TaggedTemplateExpression",
]);

/** A TypeScript namespace with variables of its own, which nobody outside can read. Constants that are primitives do not change. */
function keepsVariables(value: t.Node): boolean {
  if (value.type !== "TSModuleDeclaration") return false;
  const inner: readonly t.Node[] = value.body.type === "TSModuleBlock" ? value.body.body : [value.body];
  return inner.some((statement) => {
    const node = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (node?.type === "TSModuleDeclaration") return keepsVariables(node);
    return node?.type === "VariableDeclaration" && !(node.kind === "const" && node.declarations.every(isPrimitive));
  });
}

function isPrimitive({ init }: t.VariableDeclarator): boolean {
  return init !== null && init !== undefined && PRIMITIVES.has(unwrap(init).type);
}

const PRIMITIVES = new Set<string>([
  "StringLiteral",
  "NumericLiteral",
  "BigIntLiteral",
  "BooleanLiteral",
  "NullLiteral",
  "ArrowFunctionExpression",
  "FunctionExpression",
]);

function isClass(node: t.Node): node is t.Class {
  return node.type === "ClassDeclaration" || node.type === "ClassExpression";
}

/** `#x` and `accessor x` of instances: storage that only the class itself reaches. */
function isPrivateField(member: t.ClassBody["body"][number]): boolean {
  return (member.type === "ClassPrivateProperty" || member.type === "ClassAccessorProperty") && !member.static;
}

/** Code of the class fails on an object that lacks it. */
function isBrand(member: t.ClassBody["body"][number]): boolean {
  return isPrivateField(member) || (member.type === "ClassPrivateMethod" && !member.static);
}

/** With `g` or `y` a regular expression keeps its place from one use to the next. */
function holdsPlaceKeeper(value: t.Node): boolean {
  let found = false;
  eachNode(value, (node) => {
    if (node.type === "RegExpLiteral" && /[gy]/.test(node.flags)) found = true;
  });
  return found;
}

function holdsOnlyFunctions(value: t.Node): boolean {
  if (value.type !== "ObjectExpression" && value.type !== "ArrayExpression") return false;
  const members = value.type === "ObjectExpression" ? value.properties : value.elements;
  return members.every(
    (member) =>
      member !== null && (isFunction(member) || (member.type === "ObjectProperty" && isFunction(member.value))),
  );
}
