import { analyze } from "../../loader/analysis/analyze.ts";
import { contentOf } from "../../loader/digest/world/content.ts";
import { DependencyGraph, type GraphContext } from "../../loader/digest/graph/dependency-graph.ts";
import { emitOptionsOf } from "../../loader/digest/world/emit-options.ts";
import { foreignKey, gatherForeignChanges } from "../../loader/digest/world/foreign-changes.ts";
import { linkContext, linkRoots } from "../../loader/digest/link-roots.ts";
import { isNodeGlobal } from "../../loader/digest/world/node-globals.ts";
import { type FactsOutcome, ModuleTable } from "../../loader/digest/world/module-table.ts";
import { reach } from "../../loader/digest/graph/reach.ts";
import type { ResolvedImport, Resolver } from "../../loader/digest/world/resolve.ts";

/** What linking asked for. */
export interface Work {
  /** Facts of modules. */
  facts: number;
  /** Where imports lead. */
  resolutions: number;
  /** Vertices of the graph that were reached. */
  vertices: number;
  /** How often it was looked where a vertex leads. */
  looks: number;
}

export interface LinkedProgram {
  /** Links `f` of `m0.js` from nothing, and says what that took. */
  link(): Work;
}

/** A program in memory, parsed already. */
export function linkedProgram(files: ReadonlyMap<string, string>): LinkedProgram {
  const outcomes = new Map([...files].map(([file, text]) => [urlOf(file), factsOf(file, text)]));
  return { link: () => linkFirst(outcomes) };
}

function factsOf(file: string, text: string): FactsOutcome {
  const analysis = analyze(text, "js", "module");
  if (!analysis.ok) throw new Error(`${file}:${analysis.line}: ${analysis.message}`);
  return analysis;
}

function linkFirst(outcomes: ReadonlyMap<string, FactsOutcome>): Work {
  const work: Work = { facts: 0, resolutions: 0, vertices: 0, looks: 0 };
  const modules = new CountingTable(outcomes, work);
  for (const url of outcomes.keys()) modules.add(url, url, undefined);
  const resolver: Resolver = {
    resolve(_parent, { specifier }): ResolvedImport {
      work.resolutions++;
      return { kind: "source", url: urlOf(specifier.slice(2)) };
    },
  };
  const foreign = gatherForeignChanges({ modules, resolver });
  const graph = new CountingGraph(work, {
    modules,
    resolver,
    describePackage: () => undefined,
    contentOf,
    emit: emitOptionsOf("/", undefined),
    relativePath: (url) => url,
    foreignVertices: (url, name) => foreign.vertices.get(foreignKey(url, name)) ?? [],
  });
  const root = graph.vertex(urlOf("m0.js"), vertexOfF(modules));
  const link = linkRoots([root], linkContext({ graph, modules, foreign, relativePath: (url) => url, isNodeGlobal }));
  if (!link.ok) throw new Error(link.note.code);
  const { looks } = work;
  const vertices = reach(graph, [root]).length;
  return { ...work, vertices, looks };
}

function vertexOfF(modules: ModuleTable): number {
  const outcome = modules.facts(urlOf("m0.js"));
  const index = outcome.ok ? outcome.facts.functions.findIndex(({ name }) => name === "f") : -1;
  return (outcome.ok ? outcome.facts.functionVertices[index] : undefined) ?? -1;
}

class CountingGraph extends DependencyGraph {
  readonly #work: Work;

  constructor(work: Work, context: GraphContext) {
    super(context);
    this.#work = work;
  }

  override edges(place: number): readonly number[] {
    this.#work.looks++;
    return super.edges(place);
  }
}

class CountingTable extends ModuleTable {
  readonly #work: Work;

  constructor(outcomes: ReadonlyMap<string, FactsOutcome>, work: Work) {
    const of = (url: string): FactsOutcome =>
      outcomes.get(url) ?? { ok: false, note: { code: "source-unreadable", file: url } };
    super({ ofLoaded: of, ofFile: (url) => ({ textHash: url, outcome: of(url) }), hashOfFile: (url) => url });
    this.#work = work;
  }

  override facts(url: string): FactsOutcome {
    this.#work.facts++;
    return super.facts(url);
  }
}

function urlOf(file: string): string {
  return `file:///app/${file}`;
}
