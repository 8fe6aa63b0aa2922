import type { PartFacts } from "../../runtime/call/link.ts";
import { pageGraph } from "../../runtime/report/page/page-data.ts";
import { pageText } from "../../runtime/report/page/page.ts";
import type { TargetTotals, Totals } from "../../runtime/report/tally.ts";
import { openTexts } from "../facts/facts-store.ts";
import type { EndOfRun } from "./end-of-run.ts";

/** The page of the run that ends. Loaded where it is asked for. */
export function runPage({ project, factsFolder, loaded, linker }: EndOfRun, totals: Totals): string {
  const texts = openTexts(factsFolder, () => undefined);
  const known = new Map<string, readonly PartFacts[]>();
  for (const { url, index } of loaded.targets()) {
    const target = linker.describe(url, index);
    const link = linker.link(url, index);
    if (target !== undefined && link.ok) known.set(nameOf(target), link.parts());
  }
  const graph = pageGraph({
    targets: totals.targets.map((target) => known.get(nameOf(target))),
    changed: new Set(totals.targets.flatMap(({ changes }) => changes.map(({ label }) => label))),
    textOf(hash) {
      const text = texts.get(hash);
      return typeof text === "string" ? text : undefined;
    },
  });
  return pageText({ project: project.name, command: process.argv.slice(1), endedAt: Date.now(), totals, graph });
}

/** Two functions of one name in a file share an id, but not a line. */
function nameOf({ id, line }: Pick<TargetTotals, "id" | "line">): string {
  return `${line} ${id}`;
}
