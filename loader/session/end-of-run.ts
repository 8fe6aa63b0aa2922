import type { Project } from "../../runtime/config/root.ts";
import type { Settings } from "../../runtime/config/settings.ts";
import type { History } from "../../runtime/report/history.ts";
import { keepLastRun } from "../../runtime/report/last-run.ts";
import type { Tally, Totals } from "../../runtime/report/tally.ts";
import { writeReport } from "../../runtime/report/write-report.ts";
import type { ProgramLinker } from "../digest/linker.ts";
import { unmatchedText } from "../select/unmatched.ts";
import type { LoadedProgram } from "./loaded-program.ts";
import { relativePath } from "./module-path.ts";

export interface EndOfRun {
  readonly settings: Settings;
  readonly project: Project;
  /** Of the cache. */
  readonly folder: string;
  readonly loaded: LoadedProgram;
  readonly linker: ProgramLinker;
  readonly tally: Tally;
  readonly history: History;
  /** Writes to stderr. */
  print(text: string): void;
}

/** Says what became of the targets, and remembers it for `astrocache why`. Synchronous: the process is ending. */
export function reportRun({ settings, project, folder, loaded, linker, tally, history, print }: EndOfRun): void {
  if (settings.mode === "bypass") return;
  for (const { url, index } of loaded.targets()) {
    const target = linker.describe(url, index);
    if (target !== undefined) tally.know(target);
  }
  for (const { url, name, note } of loaded.declined)
    tally.decline(`${project.name}:${relativePath(settings.root, url)}#${name}`, note.code);
  const totals = tally.totals();
  if (settings.mode !== "readonly") remember(totals, history, settings.root, folder);
  writeReport(totals, settings.report, print);
  if (settings.report.kind !== "off") for (const pattern of loaded.unmatched) print(`${unmatchedText(pattern)}\n`);
}

function remember(totals: Totals, history: History, root: string, folder: string): void {
  if (totals.targets.length === 0) return;
  const novelties = Object.fromEntries(
    totals.targets.flatMap(({ id }) => {
      const novelty = history.novelty(id);
      return novelty === undefined ? [] : [[id, novelty]];
    }),
  );
  keepLastRun(folder, { format: 2, endedAt: Date.now(), root, command: process.argv.slice(1), totals, novelties });
}
