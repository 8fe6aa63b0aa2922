import type { FunctionFacts } from "../functions/function-facts.ts";
import type { VertexFacts } from "../facts.ts";
import type { Part } from "../linkage/parts.ts";

export interface Labelled {
  readonly parts: readonly Part[];
  /** Shell of each part, by its place. */
  readonly shells: readonly number[];
  /** In source order. */
  readonly functions: readonly { readonly facts: FunctionFacts }[];
  readonly functionVertices: readonly number[];
}

/** Calls each vertex by the qualified name of its function; what has no name by the name of what it stands in. */
export function withLabels(
  vertices: readonly VertexFacts[],
  { parts, shells, functions, functionVertices }: Labelled,
): VertexFacts[] {
  const labels = vertices.map(({ label }) => label);
  const around: { readonly end: number; readonly label: string }[] = [];
  for (const [index, { facts }] of functions.entries()) {
    while ((around.at(-1)?.end ?? Infinity) < facts.end) around.pop();
    const label = facts.name ?? around.at(-1)?.label ?? labelOfPart(facts, parts, shells, vertices);
    around.push({ end: facts.end, label });
    labels[functionVertices[index] ?? -1] = label;
  }
  const names = new Set(functions.map(({ facts }) => facts.name));
  return vertices.map((vertex, place) => {
    const label = labels[place] ?? vertex.label;
    return { ...vertex, label, holdsFunction: vertex.kind === "shell" && names.has(label) };
  });
}

function labelOfPart(
  fn: FunctionFacts,
  parts: readonly Part[],
  shells: readonly number[],
  vertices: readonly VertexFacts[],
): string {
  const place = parts.findIndex(({ start, end }) => start <= fn.start && fn.end <= end);
  return vertices[shells[place] ?? -1]?.label ?? "function";
}
