import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { ReportForm } from "../config/setting-table.ts";
import { reportJson } from "./report-json.ts";
import { reportLine } from "./report-line.ts";
import { summaryTable } from "./summary-table.ts";
import type { Totals } from "./tally.ts";

/**
 * Says at the end of a run what happened: nothing where there was no target and none was declined, except that a file that was asked
 * for is always written. Synchronous, for `process.on("exit")`; a file that cannot be written is a line on stderr.
 *
 * @param page makes the page, where the form asks for one.
 * @param print writes one or more lines, each ended, to stderr.
 */
export function writeReport(
  totals: Totals,
  form: ReportForm,
  print: (text: string) => void,
  page: () => string = () => "",
): void {
  if (form.kind === "off") return;
  if (totals.targets.length > 0) print(`${reportLine(totals)}\n`);
  if (form.kind === "summary" && totals.targets.length + totals.declined.length > 0) print(`${summaryTable(totals)}\n`);
  if (form.kind === "json") writeFile(form.path, `${JSON.stringify(reportJson(totals), undefined, 2)}\n`, print);
  if (form.kind === "html") writeFile(form.path, page(), print);
}

function writeFile(pattern: string, text: string, print: (text: string) => void): void {
  // Of processes that write to one path, the last to end has the last word.
  const file = pattern.replaceAll("%p", String(process.pid));
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    print(`astrocache: the report could not be written: ${why}\n`);
  }
}
