import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pageText } from "../../runtime/report/page/page.ts";
import { printable } from "../../runtime/report/humanize.ts";
import { readLastRun } from "../../runtime/report/last-run.ts";
import { AstrocacheError } from "../../runtime/errors.ts";
import type { Command } from "../command.ts";
import { openFile } from "../report/open-file.ts";
import { reportGraph } from "../report/report-graph.ts";

export const command: Command = {
  usage: "[--out <file.html>] [--open]",
  description:
    "Writes a page of the last run of this project: a timeline, the functions with their figures, and what each of them reaches, with what " +
    "was changed. It is one file that needs no network. ASTROCACHE_REPORT=path.html writes it at the end of a run.",
  options: {
    out: { type: "string", value: "file.html", description: "Where to write it; default: in the folder of the cache." },
    open: { type: "boolean", description: "Show it in the browser." },
  },
  examples: [
    { line: "report --open", what: "look at the last run" },
    { line: "report --out run.html", what: "keep it" },
  ],
  async run(args, place) {
    const folder = await place.folder();
    const { root, name } = place.project;
    const run = readLastRun(folder, root);
    if (run === undefined) {
      return {
        data: { version: 1, file: null },
        text: () => "No run of this project is remembered. Run it with node --import astrocache/register first.",
        exitCode: 1,
      };
    }
    const out = args.text("out");
    const file = out === undefined ? path.join(folder, "report.html") : path.resolve(place.cwd, out);
    const graph = await reportGraph(run, place);
    write(file, pageText({ project: name, command: run.command, endedAt: run.endedAt, totals: run.totals, graph }));
    const isShown = args.flag("open") && (await openFile(file));
    const note = args.flag("open") && !isShown ? " There is no program that would show it." : "";
    return { data: { version: 1, file }, text: () => `${printable(file)}${note}` };
  },
};

function write(file: string, text: string): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new AstrocacheError("USAGE", `the page could not be written: ${why}`, {
      remedy: "Name another file with --out.",
    });
  }
}
