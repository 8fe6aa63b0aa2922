import type * as t from "@babel/types";
import type { TagFacts } from "./tag-facts.ts";
import type { FunctionFacts } from "./function-facts.ts";
export function collectTags(file: t.File, text: string, functions: readonly { node: t.Node; facts: FunctionFacts }[]): TagFacts[] {
  return (file.comments ?? []).filter((c) => c.value.includes("@astrocache")).map((c) => {
    const next = functions.map((f) => f.facts).filter((f) => f.start > c.end!).sort((a, b) => a.start - b.start)[0];
    return { text: c.value.split("@astrocache")[1]!.trim(), line: c.loc!.start.line, column: 1, function: next?.index };
  });
}
