import type { Files } from "../digest/virtual-program.ts";
import type { Graph } from "./graph.ts";
import type { Rule } from "./rules/rule.ts";
import { applySplices, Source, type Splice } from "./source.ts";

/** One edit of a graph. */
export interface Edit {
  readonly rule: string;
  readonly effect: Rule["effect"];
  /** `src/a.ts:12`, as it was before. */
  readonly place: string;
  readonly files: Files;
  /** In the order in which they are loaded. */
  readonly order?: readonly string[];
  /** Where a file has another name now. */
  readonly renamed?: ReadonlyMap<string, string>;
  /** In a statement that the fixture marks with `// @outside`: no target reaches it, whatever a bundler keeps. */
  readonly isMarkedOutside: boolean;
}

export interface Sampling {
  /** At most so many places of one rule in one module; they are spread over it. */
  readonly perModule: number;
}

/** Makes the edits of one rule after another in every module, one at a time. */
export function* editsOf(graph: Graph, rules: readonly Rule[], { perModule }: Sampling): Generator<Edit> {
  for (const [file, text] of Object.entries(graph.files)) {
    if (file.endsWith(".json")) continue;
    const source = new Source(file, text);
    const outside = outsideSpans(source);
    for (const rule of rules) {
      for (const { start, splices } of spread(sitesOf(rule, source), perModule)) {
        const edited = applySplices(text, splices);
        if (edited === text) continue;
        yield {
          rule: rule.name,
          effect: rule.effect,
          place: `${graph.name}/${file}:${text.slice(0, start).split("\n").length}`,
          files: { ...graph.files, [file]: edited },
          isMarkedOutside: outside.some((span) => start >= span.start && start < span.end),
        };
      }
    }
  }
}

interface Site {
  readonly start: number;
  readonly splices: readonly Splice[];
}

function sitesOf(rule: Rule, source: Source): Site[] {
  return rule.at.flatMap((type) =>
    source.paths(type).flatMap((path) => {
      const result = rule.edit(path, source);
      if (result === undefined) return [];
      const splices =
        typeof result === "string" ? [source.replace(path.node, result)] : "text" in result ? [result] : result;
      return splices.length === 0 ? [] : [{ start: path.node.start ?? 0, splices }];
    }),
  );
}

function spread<T>(all: readonly T[], limit: number): T[] {
  if (all.length <= limit) return [...all];
  return Array.from({ length: limit }, (_, place) => all[Math.floor(((place + 0.5) * all.length) / limit)]).filter(
    (item) => item !== undefined,
  );
}

function outsideSpans(source: Source): { start: number; end: number }[] {
  return source.program.node.body
    .filter((statement) => /\/\/ @outside\s*$/.test(source.text.slice(0, statement.start ?? 0)))
    .map(({ start, end }) => ({ start: start ?? 0, end: end ?? 0 }));
}
