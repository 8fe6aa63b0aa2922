import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
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
  const captured = thunk([...fn.captures, ...(fn.form === "arrow" ? takenByArrow(fn) : [])]);
  return { open: `${helpers.mark}(${fn.index},`, close: `${captured === undefined ? "" : `,${captured}`})` };
}

function takenByArrow(fn: FunctionFacts): readonly string[] {
  return [...privateValues(fn), ...(fn.usesThis ? ["this"] : []), ...(fn.usesArguments ? ["[...arguments]"] : [])];
}
