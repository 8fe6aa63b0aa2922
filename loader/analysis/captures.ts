import type { Frames } from "./collect-frames.ts";
import type { Frame, Implicit } from "./frames.ts";
import type { Binding, Scope, ScopeTable } from "./scopes.ts";

export interface Captures {
  /** In order of first appearance, then those that only its helpers use, by name. */
  readonly names: readonly string[];
  /** Functions around it that it names itself, in ascending order. */
  readonly helpers: readonly number[];
  /** Its own, or that of an arrow around it that it calls. */
  readonly usesThis: boolean;
  readonly usesArguments: boolean;
  readonly usesNewTarget: boolean;
  /** A helper uses something that has no name, or another meaning, where the function stands. */
  readonly isShadowed: boolean;
  readonly areTooMany: boolean;
}

/** More than what a call site could sensibly list; it also bounds the work for bundles, where all functions stand in one. */
const MOST = 100;

type Taken = Binding | Implicit;

/**
 * What each function takes from the code around it, be it through functions of that code. Those see the same variables
 * as the function does: they are declared in a scope around it, and what they use is of scopes around that.
 */
export function capturesOf(frames: Frames, table: ScopeTable): readonly Captures[] {
  const all = frames.functions;
  const helpers = all.map((frame) => helpersOf(frame, frames));
  const taken = all.map((frame) => ownTakings(frame, frames));
  spread(taken, helpers);
  return all.map((frame, i) => summary(frame, taken[i] ?? new Set(), helpers[i] ?? [], table));
}

/** Adds what helpers take to what their users take, until nothing changes. */
function spread(taken: readonly Set<Taken>[], helpers: readonly (readonly number[])[]): void {
  const users: number[][] = taken.map(() => []);
  helpers.forEach((list, user) => list.forEach((helper) => users[helper]?.push(user)));
  const waiting = new Set(users.flatMap((list, helper) => (list.length > 0 ? [helper] : [])));
  for (const helper of waiting) {
    waiting.delete(helper);
    for (const user of users[helper] ?? []) if (addAll(taken[user], taken[helper])) waiting.add(user);
  }
}

function addAll(to: Set<Taken> | undefined, from: Set<Taken> | undefined): boolean {
  const before = to?.size ?? MOST;
  for (const each of from ?? []) if (to !== undefined && to.size <= MOST) to.add(each);
  return (to?.size ?? MOST) > before;
}

function ownTakings(frame: Frame, frames: Frames): Set<Taken> {
  const variables = [...frame.free].filter((binding) => helperOf(binding, frames) === undefined);
  return new Set<Taken>([...variables, ...frame.borrowed()]);
}

function helpersOf(frame: Frame, frames: Frames): readonly number[] {
  const found = new Set<number>();
  for (const binding of frame.free) {
    const index = helperOf(binding, frames)?.head.index;
    if (index !== undefined && index !== frame.head.index) found.add(index);
  }
  return [...found].sort((a, b) => a - b);
}

/**
 * The function that a name always stands for. Not a `var`, which may be set in an inner scope; nor a `let` in the head of
 * a `for`, which each round has a copy of, while the function keeps to the first one.
 */
function helperOf({ kind, scope, declarations, assignments }: Binding, { functionOf }: Frames): Frame | undefined {
  const [declaration] = declarations;
  if (declaration === undefined || declarations.length > 1 || assignments.length > 0) return undefined;
  const isFixed =
    kind === "function" ||
    kind === "const" ||
    kind === "self" ||
    (kind === "let" && scope.node.type !== "ForStatement");
  return isFixed ? functionOf.get(declaration) : undefined;
}

function summary(frame: Frame, taken: Set<Taken>, helpers: readonly number[], table: ScopeTable): Captures {
  const variables = [...taken].filter((each) => "kind" in each);
  const implicits = [...taken].filter((each) => "receiver" in each);
  const uses = (what: Implicit["what"]): boolean =>
    implicits.some((each) => each.what === what && each.receiver === frame.receiver);
  const own = variables.filter((variable) => frame.free.has(variable)).map(({ name }) => name);
  const others = variables.filter((variable) => !frame.free.has(variable)).map(({ name }) => name);
  return {
    names: [...own, ...others.sort()],
    helpers,
    usesThis: frame.usesThis || uses("this"),
    usesArguments: frame.usesArguments || uses("arguments"),
    usesNewTarget: frame.usesNewTarget || uses("new.target"),
    isShadowed:
      implicits.some(({ receiver }) => receiver !== frame.receiver) ||
      variables.some((variable) => !isVisible(variable, frame, table)),
    areTooMany: taken.size > MOST,
  };
}

/** Whether a name means the variable behind the parameters of a function, where its captures are read. */
function isVisible(variable: Binding, frame: Frame, table: ScopeTable): boolean {
  const parameters = table.scopeOf(frame.head.node);
  if (parameters?.bindings.get(variable.name)?.kind === "parameter") return false;
  let scope: Scope | undefined = parameters?.parent;
  while (scope !== undefined && !scope.bindings.has(variable.name)) scope = scope.parent;
  return scope?.bindings.get(variable.name) === variable;
}
