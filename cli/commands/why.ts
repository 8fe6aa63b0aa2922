import type { MissCause } from "../../runtime/call/outcome.ts";
import { openTexts } from "../../loader/facts/facts-store.ts";
import { factsFolderOf } from "../../loader/session/facts-folder.ts";
import { relativePath } from "../../loader/session/module-path.ts";
import { humanDuration, printable } from "../../runtime/report/humanize.ts";
import { readLastRun, type LastRun } from "../../runtime/report/last-run.ts";
import type { Novelty } from "../../runtime/report/nearest-call.ts";
import type { TargetTotals } from "../../runtime/report/tally.ts";
import { reasons, type ReasonNote } from "../../runtime/reasons.ts";
import { chooser, parseTargetId } from "../choose-entries.ts";
import type { Command } from "../command.ts";
import type { Paint } from "../paint.ts";
import { changeLines, type ExplainedChange } from "../why/change-text.ts";
import { noveltyLines } from "../why/novelty-text.ts";
import { partDiff } from "../why/part-diff.ts";

const sentences: Readonly<Record<MissCause, string>> = {
  "new": "these inputs were not seen before",
  "code-changed": "the code changed",
  "expired": "the entry's time to live was over",
  "refresh": "the mode asked to run it again",
  "lost": "the entry was stored before, but is gone or damaged",
};

/** A target of the last run with what is known of its misses. */
interface Explained extends Omit<TargetTotals, "changes"> {
  readonly changes: readonly ExplainedChange[];
  /** Of the last call that was new. */
  readonly novelty: Novelty | null;
}

export const command: Command = {
  usage: "[pattern…]",
  description:
    "Says for each function of the last run of this project why calls were not answered from the cache: the way from the function to what " +
    "was edited, with a diff of it without layout, comments and types; which input is another one than in the nearest earlier call; the " +
    "reason of a bypass, and what can be done.",
  options: {},
  words: { min: 0, max: Infinity },
  examples: [
    { line: "why", what: "every function of the last run" },
    { line: "why src/report.ts#report", what: "one function" },
    { line: "why --json", what: "for programs" },
  ],
  async run(args, place) {
    const folder = await place.folder();
    const { root } = place.project;
    const run = readLastRun(folder, root);
    if (run === undefined)
      return nothing("No run of this project is remembered. Run it with node --import astrocache/register first.");
    const isChosen = chooser(args.words);
    const targets = run.totals.targets.filter(({ id }) => isChosen(parseTargetId(id)));
    const declined = run.totals.declined.filter(({ id }) => isChosen(parseTargetId(id)));
    if (args.words.length > 0 && targets.length + declined.length === 0) {
      return nothing(`The last run had no function that ${args.words.join(" ")} picks.`);
    }
    const texts = openTexts(factsFolderOf(folder, root), () => undefined);
    const explained = targets.map((target) => withDiffs(target, run, textReader(texts)));
    return {
      data: { version: 1, endedAt: run.endedAt, command: run.command, targets: explained, declined },
      text: (paint) =>
        [
          headline(run, place.now, paint),
          ...explained.map((target) => explain(target, paint)),
          ...declined.map((one) => refusal(one, paint)),
        ].join("\n"),
    };
  },
};

function textReader(texts: ReturnType<typeof openTexts>): (hash: string) => string | undefined {
  return (hash) => {
    const text = texts.get(hash);
    return typeof text === "string" ? text : undefined;
  };
}

function withDiffs(target: TargetTotals, run: LastRun, textOf: (hash: string) => string | undefined): Explained {
  const novelty = Object.hasOwn(run.novelties, target.id) ? run.novelties[target.id] : undefined;
  const changes = target.changes.map((change) => ({ ...change, diff: partDiff(change, textOf) }));
  const notes = target.notes.map((note) => withPath(note, run.root));
  return { ...target, changes, notes, novelty: novelty ?? null };
}
/** Of a module that could not be linked the URL alone is known. */
function withPath(note: ReasonNote, root: string): ReasonNote {
  return note.file === undefined ? note : { ...note, file: relativePath(root, note.file) };
}

function nothing(text: string): { data: unknown; text: () => string; exitCode: number } {
  return { data: { version: 1, endedAt: null, command: [], targets: [], declined: [] }, text: () => text, exitCode: 1 };
}

function headline({ endedAt, command: words }: LastRun, now: number, paint: Paint): string {
  return paint("dim", printable(`${words.join(" ")}, ${humanDuration(Math.max(0, now - endedAt))} ago`));
}

function explain(target: Explained, paint: Paint): string {
  const { file, line, hits, changes, notes, bypassReasons, novelty } = target;
  const lines = [`${paint("bold", printable(target.id))} ${paint("dim", printable(`${file}:${line}`))}`];
  if (hits > 0) lines.push(`  ${paint("green", `${hits} answered`)}`);
  for (const [cause, number] of Object.entries(target.missReasons)) {
    lines.push(`  ${paint("yellow", `${number} ran`)}: ${sentences[cause as MissCause] ?? cause}`);
    if (cause === "code-changed") lines.push(...indent(changes.flatMap((change) => changeLines(change, paint))));
    if (cause === "new" && novelty !== null) lines.push(...indent(noveltyLines(novelty, paint)));
  }
  for (const note of notes) {
    const place = note.file === undefined ? { file, line: note.line ?? line } : {};
    lines.push(...bypass({ ...note, ...place }, bypassReasons[note.code] ?? 1, paint));
  }
  if (lines.length === 1) lines.push("  not called");
  return lines.join("\n");
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `      ${line}`);
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
