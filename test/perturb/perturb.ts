import { catalogue } from "./catalogue.ts";
import { type Edit, editsOf, type Sampling } from "./edit.ts";
import type { Graph } from "./graph.ts";
import { Judge, type Survivor } from "./judge.ts";
import { programEdits } from "./program-edits.ts";

export interface Result {
  /** Edits that left a program, by rule. */
  readonly edits: ReadonlyMap<string, number>;
  readonly mustChange: number;
  readonly mustStay: number;
  readonly survivors: readonly Survivor[];
}

export interface Options extends Sampling {
  readonly rule?: string | undefined;
}

/** Edits each graph in every way of the catalogue, and judges the digests of its targets after each edit. */
export async function perturb(graphs: readonly Graph[], options: Options): Promise<Result> {
  const edits = new Map<string, number>();
  const survivors: Survivor[] = [];
  let [mustChange, mustStay] = [0, 0];
  for (const graph of graphs) {
    const judge = await Judge.of(graph);
    for (const edit of allEdits(graph, options)) {
      if (options.rule !== undefined && edit.rule !== options.rule) continue;
      const verdict = await judge.judge(edit);
      if (verdict === undefined) continue;
      edits.set(edit.rule, (edits.get(edit.rule) ?? 0) + 1);
      mustChange += verdict.mustChange;
      mustStay += verdict.mustStay;
      survivors.push(...verdict.survivors);
    }
  }
  return { edits, mustChange, mustStay, survivors };
}

function* allEdits(graph: Graph, sampling: Sampling): Generator<Edit> {
  yield* editsOf(graph, catalogue, sampling);
  yield* programEdits(graph);
}
