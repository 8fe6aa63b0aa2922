import type { MissCause } from "../../runtime/call/outcome.ts";
import { humanDuration, printable } from "../../runtime/report/humanize.ts";
import { readLastRun, type LastRun } from "../../runtime/report/last-run.ts";
import type { TargetTotals } from "../../runtime/report/tally.ts";
import { reasons, type ReasonNote } from "../../runtime/reasons.ts";
import { chooser, parseTargetId } from "../choose-entries.ts";
import type { Command } from "../command.ts";
import type { Paint } from "../paint.ts";

const sentences: Readonly<Record<MissCause, string>> = {
  "new": "these inputs were not seen before",
  "code-changed": "the code changed",
  "expired": "the entry's time to live was over",
  "refresh": "the mode asked to run it again",
  "lost": "the entry was stored before, but is gone or damaged",
};

export const command: Command = {
  usage: "[pattern…]",
  description:
    "Says for each function of the last run of this project why calls were not answered from the cache, and what can be done.",
  options: {},
  words: { min: 0, max: Infinity },
  examples: [
    { line: "why", what: "every function of the last run" },
    { line: "why src/report.ts#report", what: "one function" },
    { line: "why --json", what: "for programs" },
  ],
  async run(args, place) {
    const run = readLastRun(await place.folder(), place.project.root);
    if (run === undefined)
      return nothing("No run of this project is remembered. Run it with node --import astrocache/register first.");
    const isChosen = chooser(args.words);
    const targets = run.totals.targets.filter(({ id }) => isChosen(parseTargetId(id)));
    const declined = run.totals.declined.filter(({ id }) => isChosen(parseTargetId(id)));
    if (args.words.length > 0 && targets.length + declined.length === 0) {
      return nothing(`The last run had no function that ${args.words.join(" ")} picks.`);
    }
    return {
      data: { version: 1, endedAt: run.endedAt, command: run.command, targets, declined },
      text: (paint) =>
        [
          headline(run, place.now, paint),
          ...targets.map((target) => explain(target, paint)),
          ...declined.map((one) => refusal(one, paint)),
        ].join("\n"),
    };
  },
};

function nothing(text: string): { data: unknown; text: () => string; exitCode: number } {
  return { data: { version: 1, endedAt: null, command: [], targets: [], declined: [] }, text: () => text, exitCode: 1 };
}

function headline({ endedAt, command: words }: LastRun, now: number, paint: Paint): string {
  return paint("dim", printable(`${words.join(" ")}, ${humanDuration(Math.max(0, now - endedAt))} ago`));
}

function explain(target: TargetTotals, paint: Paint): string {
  const { file, line, hits, changed, notes, bypassReasons } = target;
  const lines = [`${paint("bold", printable(target.id))} ${paint("dim", printable(`${file}:${line}`))}`];
  if (hits > 0) lines.push(`  ${paint("green", `${hits} answered`)}`);
  for (const [cause, number] of Object.entries(target.missReasons)) {
    lines.push(`  ${paint("yellow", `${number} ran`)}: ${sentences[cause as MissCause] ?? cause}`);
    if (cause === "code-changed") lines.push(...changed.map((label) => `      ${printable(label)}`));
  }
  for (const note of notes) lines.push(...bypass(note, bypassReasons[note.code] ?? 1, paint));
  if (lines.length === 1) lines.push("  not called");
  return lines.join("\n");
}

function bypass(note: ReasonNote, number: number, paint: Paint): string[] {
  const { sentence, remedy } = reasons[note.code];
  const what = note.detail === undefined ? "" : ` (${printable(note.detail)})`;
  const where =
    note.file === undefined ? "" : ` ${printable(note.line === undefined ? note.file : `${note.file}:${note.line}`)}`;
  return [`  ${paint("yellow", `${number} bypassed`)}: ${sentence}${what}${paint("dim", where)}`, `      ${remedy}`];
}

function refusal({ id, reason }: LastRun["totals"]["declined"][number], paint: Paint): string {
  const row = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
  return [
    `${paint("bold", printable(id))} ${paint("yellow", "declined")}: ${row?.sentence ?? reason}`,
    ...(row === undefined ? [] : [`      ${row.remedy}`]),
  ].join("\n");
}
