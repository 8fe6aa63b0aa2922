import type { FunctionFacts } from "../../loader/analysis/functions/function-facts.ts";

const plain: Omit<FunctionFacts, "start" | "end" | "body"> = {
  index: 0,
  name: undefined,
  form: "declaration",
  isAsync: false,
  isGenerator: false,
  answersSent: false,
  answersReturn: false,
  isStatic: false,
  isTopLevel: true,
  line: 1,
  column: 1,
  parameters: [],
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
};

/**
 * A text with `‹` and `›` around the body of each function, and `«` and `»` around each function that is marked, with the
 * facts of these functions in the order of their openings. A body that does not follow `{` or a directive is an expression.
 */
export function textWithFacts(
  marked: string,
  ...facts: readonly Partial<FunctionFacts>[]
): { text: string; functions: FunctionFacts[] } {
  const open: FunctionFacts[] = [];
  const functions: FunctionFacts[] = [];
  let text = "";
  for (const char of marked) {
    if (char === "‹" || char === "«") {
      const start = text.length;
      const own = facts[functions.length] ?? {};
      const body = { start, end: start, isExpression: !/[{'";]\s*$/.test(text) };
      const fn: FunctionFacts = {
        ...plain,
        index: functions.length,
        start,
        end: start,
        body: char === "‹" ? body : undefined,
        ...own,
      };
      functions.push(fn);
      open.push(fn);
    } else if (char === "›" || char === "»") {
      const fn = open.pop();
      if (fn === undefined) throw new Error(`nothing is open before ${text}`);
      const body = fn.body === undefined ? undefined : { ...fn.body, end: text.length };
      functions[functions.indexOf(fn)] = { ...fn, end: text.length, body };
    } else text += char;
  }
  return { text, functions };
}
