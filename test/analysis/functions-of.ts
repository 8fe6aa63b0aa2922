import { collectFunctions } from "../../loader/analysis/functions/collect-functions.ts";
import type { CollectedFunction } from "../../loader/analysis/functions/collect-functions.ts";
import type { FunctionFacts } from "../../loader/analysis/functions/function-facts.ts";
import { parse } from "../../loader/analysis/syntax/parse.ts";
import { resolveScopes } from "../../loader/analysis/scopes/resolve-scopes.ts";
import type { Syntax } from "../../loader/analysis/syntax/syntax.ts";

export function functionsOf(
  text: string,
  syntax: Syntax = "ts",
): {
  readonly facts: readonly FunctionFacts[];
  readonly nodes: readonly CollectedFunction["node"][];
} {
  const parsed = parse(text, syntax);
  if (!parsed.ok) throw new Error(`${parsed.message} at ${parsed.line}:${parsed.column} in ${text}`);
  const functions = collectFunctions(parsed.ast, resolveScopes(parsed.ast));
  return { facts: functions.map(({ facts }) => facts), nodes: functions.map(({ node }) => node) };
}

/** The facts of the one function of a name. */
export function functionNamed(text: string, name: string | undefined, syntax?: Syntax): FunctionFacts {
  const [found, another] = functionsOf(text, syntax).facts.filter((fn) => fn.name === name);
  if (found === undefined || another !== undefined) throw new Error(`not one function ${name} in ${text}`);
  return found;
}
