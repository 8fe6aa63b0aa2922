import type { TargetFacts } from "../../runtime/call/link.ts";
import type { TargetOptions } from "../../runtime/config/target-options.ts";
import type { FunctionFacts } from "../analysis/functions/function-facts.ts";
import { DEFAULT_EXPORT } from "../analysis/linkage/pseudo-names.ts";

export interface ProjectPlace {
  readonly projectName: string;
  relativePath(url: string): string;
}

/** What the runtime has to know of a target before any of its calls. */
export function targetFacts(
  url: string,
  fn: FunctionFacts,
  options: TargetOptions,
  { projectName, relativePath }: ProjectPlace,
): TargetFacts {
  const file = relativePath(url);
  const name = fn.name ?? `<anonymous>:${fn.line}`;
  return {
    id: `${projectName}:${file}#${name}`,
    file,
    name,
    line: fn.line,
    options,
    parameters: fn.usesArguments ? [...fn.parameters, "arguments"] : fn.parameters,
    isAsync: fn.isAsync,
    generator: fn.isGenerator ? { answersSent: fn.answersSent, answersReturn: fn.answersReturn } : undefined,
    usesThis: fn.usesThis,
    captures: fn.captures,
    privateFields: fn.usesThis ? fn.privateFields : [],
    homeClass: homeClass(url, fn),
  };
}

/** The same for a function value, which is called with its arguments as they are. An arrow has its `this` among its captures. */
export function givenFacts(target: TargetFacts, { form, formals }: FunctionFacts): TargetFacts {
  return { ...target, parameters: formals, usesThis: target.usesThis && form !== "arrow" };
}

/** The last parameter may be a rest where it has no plain name. */
export function arityOf({ usesArguments, formals }: FunctionFacts): number | undefined {
  return usesArguments || formals.at(-1) === "" ? undefined : formals.length;
}

/** Which module-level name a class is the value of, in this process. */
export function placeOf(url: string, binding: string): string {
  return `${binding} ${url}`;
}

/** By the name of the function: `Cart.total`, `Cart.total.inner`. */
function homeClass(url: string, { name }: FunctionFacts): string | undefined {
  const className = name?.includes(".") === true ? name.split(".", 1)[0] : undefined;
  if (className === undefined) return undefined;
  return placeOf(url, className === "default" ? DEFAULT_EXPORT : className);
}
