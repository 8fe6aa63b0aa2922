import type { Frames } from "./collect-frames.ts";
import type { Frame, Implicit } from "./frames.ts";
import type { Taken } from "./function-facts.ts";
import { helperLookup, type HelperLookup } from "./helpers.ts";
import type { Binding, Scope, ScopeTable } from "../scopes/scopes.ts";

export interface Captures {
  /** In order of first appearance, then those that only its helpers use, as they are declared. */
  readonly names: readonly string[];
  readonly variables: readonly number[];
  readonly takes: readonly Taken[];
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

type Taking = Binding | Implicit;

/**
 * What each function takes from the code around it, be it through functions of that code. Those see the same variables
 * as the function does: they are declared in a scope around it, and what they use is of scopes around that.
 */
export function capturesOf(frames: Frames, table: ScopeTable): readonly Captures[] {
  const helperOf = helperLookup(frames);
  const numbers = new Map<Binding, number>();
  const numberOf = (binding: Binding): number => {
    const number = numbers.get(binding) ?? numbers.size;
    numbers.set(binding, number);
    return number;
  };
  const takings = spread(frames.functions, helperOf);
  return frames.functions.map((frame, index) => {
    const taken = [...(takings[index] ?? [])];
    const variables = orderedVariables(taken, frame);
    return {
      names: variables.map(({ name }) => name),
      variables: variables.map(numberOf),
      takes: [...frame.free].map((binding) => {
        const helper = helperOf(binding);
        return helper === undefined ? { variable: numberOf(binding) } : { function: helper };
      }),
      ...usesOf(frame, taken),
      isShadowed: isShadowed(frame, taken, table),
      areTooMany: taken.length > MOST,
    };
  });
}

/** Gives to each function what its helpers take, until there is nothing to add. */
function spread(functions: readonly Frame[], helperOf: HelperLookup): readonly ReadonlySet<Taking>[] {
  const takings = functions.map((frame) => ownTakings(frame, helperOf));
  const users = usersOf(functions, helperOf);
  const waiting = new Set(users.keys());
  for (const helper of waiting) {
    waiting.delete(helper);
    for (const user of users.get(helper) ?? []) if (addAll(takings[user], takings[helper])) waiting.add(user);
  }
  return takings;
}

function ownTakings(frame: Frame, helperOf: HelperLookup): Set<Taking> {
  const variables = [...frame.free].filter((binding) => helperOf(binding) === undefined);
  return new Set<Taking>([...variables, ...frame.borrowed()]);
}

function usersOf(functions: readonly Frame[], helperOf: HelperLookup): ReadonlyMap<number, readonly number[]> {
  const users = new Map<number, number[]>();
  for (const [user, { free }] of functions.entries()) {
    for (const binding of free) {
      const helper = helperOf(binding);
      if (helper === undefined) continue;
      const known = users.get(helper);
      if (known === undefined) users.set(helper, [user]);
      else known.push(user);
    }
  }
  return users;
}

function addAll(to: Set<Taking> | undefined, from: ReadonlySet<Taking> | undefined): boolean {
  if (to === undefined || from === undefined) return false;
  const before = to.size;
  for (const each of from) if (to.size <= MOST) to.add(each);
  return to.size > before;
}

function isVariable(taking: Taking): taking is Binding {
  return "kind" in taking;
}

function orderedVariables(taken: readonly Taking[], { free }: Frame): readonly Binding[] {
  const variables = taken.filter(isVariable);
  const others = variables.filter((variable) => !free.has(variable)).sort((a, b) => placeOf(a) - placeOf(b));
  return [...variables.filter((variable) => free.has(variable)), ...others];
}

function placeOf({ declarations: [first] }: Binding): number {
  return first?.start ?? 0;
}

function usesOf(
  frame: Frame,
  taken: readonly Taking[],
): Pick<Captures, "usesThis" | "usesArguments" | "usesNewTarget"> {
  const shares = (what: Implicit["what"]): boolean =>
    taken.some((each) => !isVariable(each) && each.what === what && each.receiver === frame.receiver);
  return {
    usesThis: frame.usesThis || shares("this"),
    usesArguments: frame.usesArguments || shares("arguments"),
    usesNewTarget: frame.usesNewTarget || shares("new.target"),
  };
}

function isShadowed(frame: Frame, taken: readonly Taking[], table: ScopeTable): boolean {
  return taken.some((each) => (isVariable(each) ? !isVisible(each, frame, table) : each.receiver !== frame.receiver));
}

/** Whether a name means the variable behind the parameters of a function, where its captures are read. */
function isVisible(variable: Binding, frame: Frame, table: ScopeTable): boolean {
  const parameters = table.scopeOf(frame.head.node);
  if (parameters?.bindings.get(variable.name)?.kind === "parameter") return false;
  let scope: Scope | undefined = parameters?.parent;
  while (scope !== undefined && !scope.bindings.has(variable.name)) scope = scope.parent;
  return scope?.bindings.get(variable.name) === variable;
}
