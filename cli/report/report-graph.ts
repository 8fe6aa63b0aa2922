import path from "node:path";
import { openTexts } from "../../loader/facts/facts-store.ts";
import { factsFolderOf } from "../../loader/session/facts-folder.ts";
import type { PartFacts } from "../../runtime/call/link.ts";
import { historyFile } from "../../runtime/report/history.ts";
import { readHistoryFile } from "../../runtime/report/history-file.ts";
import type { LastRun } from "../../runtime/report/last-run.ts";
import { pageGraph, type PageGraph } from "../../runtime/report/page/page-data.ts";
import { describeChanges } from "../../runtime/report/part-changes.ts";
import { inspectTargets } from "../inspect/inspection.ts";
import { openProgram } from "../inspect/open.ts";
import { parseTargetId } from "../choose-entries.ts";
import type { Place } from "../place.ts";

/**
 * What the functions of the last run reach, as the files are now. Changed is what that run found to be changed, and what has been
 * edited since.
 */
export async function reportGraph({ totals, root }: LastRun, place: Place): Promise<PageGraph> {
  const folder = await place.folder();
  const patterns = totals.targets.map(({ id }) => parseTargetId(id)).map(({ file, name }) => `${file}#${name}`);
  const program = await openProgram(place, { patterns: patterns.filter(isPattern) });
  const known = new Map(inspectTargets(program, root).map(({ id, line, parts }) => [`${line} ${id}`, parts]));
  const byId = new Map(inspectTargets(program, root).map(({ id, parts }) => [id, parts]));
  const changed = new Set(totals.targets.flatMap(({ changes }) => changes.map(({ label }) => label)));
  const targets = totals.targets.map(({ id, line, codeDigest }) => {
    const parts = known.get(`${line} ${id}`) ?? byId.get(id);
    for (const label of editedSince(path.join(folder, "history"), id, codeDigest, parts ?? [])) changed.add(label);
    return parts;
  });
  const texts = openTexts(factsFolderOf(folder, root), () => undefined);
  return pageGraph({
    targets,
    changed,
    textOf(hash) {
      const text = texts.get(hash);
      return typeof text === "string" ? text : undefined;
    },
  });
}

/** Anonymous functions have ids that are no patterns. */
function isPattern(pattern: string): boolean {
  return !/[<,{}*?[\]!]/.test(pattern);
}

function editedSince(
  history: string,
  id: string,
  codeDigest: string | undefined,
  parts: readonly PartFacts[],
): string[] {
  const last = readHistoryFile(historyFile(history, id)).find((version) => version.codeDigest === codeDigest);
  return last === undefined ? [] : describeChanges(last.parts(), parts).map(({ label }) => label);
}
