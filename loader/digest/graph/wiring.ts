import type { FunctionFacts, Taken } from "../../analysis/functions/function-facts.ts";

/** A function with its helpers, and how the names in their code are connected. */
export interface Wiring {
  /** Indexes of functions: the function itself, then its helpers as they are reached. */
  readonly functions: readonly number[];
  /**
   * For each of them what its free names mean, in order of first appearance: `f` and a place in `functions`, or `v` and a
   * place in the captures of the first. A vertex says only which of its names are equal: without this, `a - b` and
   * `b - a` in a helper would have one digest.
   */
  readonly text: string;
}

type Wired = Pick<FunctionFacts, "takes" | "variables">;

/** Names no variable and no index, so that it does not change with names, or with code that is not reached. */
export function wire(functions: readonly Wired[], index: number): Wiring {
  const reached = new Map([[index, 0]]);
  const captures = new Map(functions[index]?.variables.map((variable, place) => [variable, place]));
  const lines: string[] = [];
  for (const each of reached.keys()) {
    const takes = functions[each]?.takes ?? [];
    lines.push(takes.map((taken) => meaning(taken, reached, captures)).join());
  }
  return { functions: [...reached.keys()], text: lines.join(";") };
}

function meaning(taken: Taken, reached: Map<number, number>, captures: ReadonlyMap<number, number>): string {
  if ("variable" in taken) return `v${captures.get(taken.variable) ?? "?"}`;
  const place = reached.get(taken.function) ?? reached.size;
  reached.set(taken.function, place);
  return `f${place}`;
}
