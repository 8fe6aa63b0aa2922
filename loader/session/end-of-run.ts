import type { Project } from "../../runtime/config/root.ts";
import type { Settings } from "../../runtime/config/settings.ts";
import { requireOwn } from "../../runtime/own/files.ts";
import type { History } from "../../runtime/report/history.ts";
import { keepLastRun } from "../../runtime/report/last-run.ts";
import { mergeTotals } from "../../runtime/report/merge-totals.ts";
import type { Tally, Totals } from "../../runtime/report/tally.ts";
import { writeReport } from "../../runtime/report/write-report.ts";
import type { ProgramLinker } from "../digest/linker.ts";
import { unmatchedText } from "../select/unmatched.ts";
import type { LoadedProgram } from "./loaded-program.ts";
import { relativePath } from "./module-path.ts";
import type * as RunPage from "./run-page.ts";
import type { ThreadReport, ThreadReports } from "./thread-reports.ts";
import { writeManifest } from "./write-manifest.ts";

export interface EndOfRun {
  readonly settings: Settings;
  readonly project: Project;
  /** Of the cache. */
  readonly folder: string;
  readonly factsFolder: string;
  readonly loaded: LoadedProgram;
  readonly linker: ProgramLinker;
  readonly tally: Tally;
  readonly history: History;
  readonly threads: ThreadReports;
  /** Writes to stderr. */
  print(text: string): void;
}

/** Says what became of the targets, and remembers it for `astrocache why`. Synchronous: the process is ending. */
export function reportRun(end: EndOfRun): void {
  const { settings, folder, loaded, threads, print } = end;
  if (settings.mode === "bypass") return;
  const own = totalsOf(end);
  const report: ThreadReport = { totals: own, novelties: noveltiesOf(own, end.history) };
  if (settings.report.kind !== "off") for (const pattern of loaded.unmatched) print(`${unmatchedText(pattern)}\n`);
  if (threads.handOver(report)) return;
  const { totals, novelties } = withOthers(report, threads.collected());
  const { root, verifyExit } = settings;
  if (settings.mode !== "readonly" && totals.targets.length > 0)
    keepLastRun(folder, { format: 2, endedAt: Date.now(), root, command: process.argv.slice(1), totals, novelties });
  writeReport(totals, settings.report, print, () => {
    const { runPage } = requireOwn("loader/session/run-page.js") as typeof RunPage;
    return runPage(end, totals);
  });
  if (settings.manifest !== undefined)
    writeManifest({ file: settings.manifest, root, loaded, linker: end.linker, print });
  if (totals.different > 0 && verifyExit > 0 && (process.exitCode ?? 0) === 0) process.exitCode = verifyExit;
}

function totalsOf({ settings, project, loaded, linker, tally }: EndOfRun): Totals {
  for (const { url, index } of loaded.targets()) {
    const target = linker.describe(url, index);
    if (target !== undefined) tally.know(target);
  }
  for (const { url, name, note } of loaded.declined)
    tally.decline(`${project.name}:${relativePath(settings.root, url)}#${name}`, note.code);
  return tally.totals();
}

function noveltiesOf(totals: Totals, history: History): ThreadReport["novelties"] {
  return Object.fromEntries(
    totals.targets.flatMap(({ id }) => {
      const novelty = history.novelty(id);
      return novelty === undefined ? [] : [[id, novelty]];
    }),
  );
}

function withOthers(own: ThreadReport, others: readonly ThreadReport[]): ThreadReport {
  const totals = mergeTotals([own.totals, ...others.map((other) => other.totals)]);
  return {
    totals,
    novelties: Object.assign(
      {},
      ...others.map(({ novelties }) => novelties),
      own.novelties,
    ) as ThreadReport["novelties"],
  };
}
