import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
import type { ReturnedFacts } from "../analysis/functions/returned.ts";
import { privateValues, thunk, type Wrapping } from "./function-text.ts";
import type { HelperNames } from "./helper-names.ts";

/**
 * `foo(x => x * r)` becomes `foo($acm(7,x => x * r,()=>[r]))`. Only arguments of calls are marked: a function takes no
 * name from such a place, so that it keeps the empty name that it has.
 *
 * The thunk gives `captures`, and for an arrow what it takes from the function around it: the private fields of `this`,
 * then `this`, then `arguments`, each where it is used.
 */
export function wrapArgument(fn: FunctionFacts, helpers: HelperNames): Wrapping {
  const captured = thunk(takenBy(fn));
  return { open: `${helpers.mark}(${fn.index},`, close: `${captured === undefined ? "" : `,${captured}`})` };
}

/**
 * `return x => x * r` becomes `return $acm(7,x => x * r,()=>[r],null)`, and `return { get }` becomes
 * `return $acm(8,{ get },()=>[r],"get")`: the members of a literal take their names from it, so that they are marked in it.
 */
export function wrapReturned(
  fn: FunctionFacts,
  { key, start }: ReturnedFacts,
  text: string,
  helpers: HelperNames,
): Wrapping {
  const captured = thunk(takenBy(fn)) ?? "()=>[]";
  // `return{get}` has no space of its own.
  const space = /[\w$]/.test(text[start - 1] ?? "") ? " " : "";
  return { open: `${space}${helpers.mark}(${fn.index},`, close: `,${captured},${JSON.stringify(key)})` };
}

function takenBy(fn: FunctionFacts): readonly string[] {
  return [...fn.captures, ...(fn.form === "arrow" ? takenByArrow(fn) : [])];
}

function takenByArrow(fn: FunctionFacts): readonly string[] {
  return [...privateValues(fn), ...(fn.usesThis ? ["this"] : []), ...(fn.usesArguments ? ["[...arguments]"] : [])];
}
