import type * as t from "@babel/types";
import { eachNode } from "./each-node.ts";
import type { FunctionFacts } from "./function-facts.ts";
import { isFunction } from "./normalize.ts";
import type { FunctionNode, ScopeTable } from "./scopes.ts";
export function collectFunctions(file: t.File, scopes: ScopeTable): { node: FunctionNode; facts: FunctionFacts }[] {
  const out: { node: FunctionNode; facts: FunctionFacts }[] = [];
  eachNode(file.program, (node, anc) => {
    if (!isFunction(node)) return;
    const parent = anc.at(-1);
    const name = ("id" in node && node.id?.name) || (parent?.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : undefined) || ("key" in node && node.key.type === "Identifier" ? node.key.name : undefined);
    const body = node.body as t.Node;
    const isExpression = body.type !== "BlockStatement";
    const facts = { index: out.length, name: name || undefined, form: node.type === "ArrowFunctionExpression" ? "arrow" : "declaration", isAsync: node.async === true, isGenerator: false, isStatic: false, isTopLevel: anc.length <= 3, line: node.loc!.start.line, column: 1, start: node.start!, end: node.end!, body: { start: isExpression ? body.start! : body.start! + 1, end: isExpression ? body.end! : body.end! - 1, isExpression }, parameters: node.params.flatMap((p) => (p.type === "Identifier" ? [p.name] : [])), clashes: [], usesThis: false, usesArguments: false, usesNewTarget: false, captures: [], helpers: [], privateFields: [], impossible: undefined, doubtful: undefined } as unknown as FunctionFacts;
    out.push({ node, facts });
  });
  return out;
}
