import type { FunctionFacts } from "../../loader/analysis/functions/function-facts.ts";
import type { ModuleFacts } from "../../loader/analysis/facts.ts";
import type { TagFacts } from "../../loader/analysis/functions/tag-facts.ts";

export type FunctionSketch = Partial<FunctionFacts> & Pick<FunctionFacts, "name">;

/** Facts of a module that has these functions, one on each line. */
export function moduleWith(
  functions: readonly FunctionSketch[],
  tags: readonly TagFacts[] = [],
): Pick<ModuleFacts, "functions" | "tags"> {
  return { functions: functions.map(complete), tags };
}

function complete(sketch: FunctionSketch, index: number): FunctionFacts {
  return {
    index,
    form: "declaration",
    isAsync: false,
    isGenerator: false,
    answersSent: false,
    answersReturn: false,
    isStatic: false,
    isTopLevel: sketch.name !== undefined && !sketch.name.includes("."),
    line: index + 1,
    column: 1,
    start: 0,
    end: 0,
    body: { start: 0, end: 0, isExpression: false },
    parameters: ["a", "options", "logger"],
    formals: [],
    clashes: [],
    usesThis: false,
    usesArguments: false,
    usesNewTarget: false,
    captures: [],
    variables: [],
    takes: [],
    privateFields: [],
    impossible: undefined,
    doubtful: undefined,
    ...sketch,
  };
}
