import path from "node:path";
import { openTexts } from "../../loader/facts/facts-store.ts";
import { factsFolderOf } from "../../loader/session/facts-folder.ts";
import { listAccepted, readAccepted, writeAccepted, type AcceptedEdits } from "../../runtime/call/accepted.ts";
import { AstrocacheError } from "../../runtime/errors.ts";
import { historyFile } from "../../runtime/report/history.ts";
import { readHistoryFile } from "../../runtime/report/history-file.ts";
import { humanDuration, printable } from "../../runtime/report/humanize.ts";
import { describeChanges } from "../../runtime/report/part-changes.ts";
import { chooser, parseTargetId } from "../choose-entries.ts";
import type { Arguments, Command, Result } from "../command.ts";
import { inspectTargets, type InspectedTarget } from "../inspect/inspection.ts";
import { entryOption, openProgram } from "../inspect/open.ts";
import type { Place } from "../place.ts";
import { changeLines, type ExplainedChange } from "../why/change-text.ts";
import { partDiff } from "../why/part-diff.ts";

interface Acceptance {
  readonly target: string;
  readonly from: string;
  readonly to: string;
  readonly changes: readonly ExplainedChange[];
}

export const command: Command = {
  usage: "<pattern…> [--because <text>] | --list | --revoke <pattern…>",
  description:
    "Says that the last edit of what functions reach was cosmetic: what was stored under their former code answers for the code as it is now. " +
    "You say so; nothing checks it. It is recorded in the folder of the cache and can be revoked; results that are new are stored under the " +
    "code that gave them. Functions that come as arguments are not covered.",
  options: {
    because: { type: "string", value: "text", description: "Recorded with it." },
    entry: entryOption,
    list: { type: "boolean", description: "List what is accepted in this project." },
    revoke: { type: "boolean", description: "Accept no edit of these functions any more." },
  },
  words: { min: 0, max: Infinity },
  examples: [
    { line: "accept src/report.ts#report --because 'a log line'", what: "the entries of before answer" },
    { line: "accept --list", what: "what is accepted" },
    { line: "accept --revoke src/report.ts#report", what: "as if it had not been said" },
  ],
  async run(args, place) {
    const folder = await place.folder();
    if (args.flag("list")) return list(ownOf(folder, place), place.now);
    if (args.words.length === 0)
      throw new AstrocacheError("USAGE", "accept needs a pattern", {
        remedy: "Name functions: astrocache accept src/a.ts#name.",
      });
    if (args.flag("revoke")) return revoke(folder, place, args.words);
    return accept(folder, place, args);
  },
};

async function accept(folder: string, place: Place, args: Arguments): Promise<Result> {
  const patterns = args.words;
  const because = args.text("because");
  const program = await openProgram(place, { patterns, entries: args.text("entry") });
  const [error] = program.errors;
  if (error !== undefined) throw error;
  const isChosen = chooser(patterns);
  const targets = inspectTargets(program, place.project.root).filter(({ id }) => isChosen(parseTargetId(id)));
  const accepted = targets.flatMap((target) => acceptOne(folder, place, target) ?? []);
  for (const { target, from, to } of accepted) {
    const { edits } = readAccepted(folder, target);
    const others = edits.filter((edit) => edit.from !== from || edit.to !== to);
    const edit = { from, to, at: place.now, ...(because === undefined ? {} : { because }) };
    writeAccepted(folder, { target, edits: [...others, edit] });
  }
  return {
    data: { version: 1, accepted },
    text: (paint) =>
      accepted.length === 0
        ? `No earlier code is remembered of ${targets.length === 0 ? "a function that these patterns pick" : "these functions"}.`
        : accepted
            .flatMap(({ target, changes }) => [
              `${paint("green", "accepted")} ${paint("bold", printable(target))}`,
              ...changes.flatMap((change) => changeLines(change, paint)).map((line) => `  ${line}`),
            ])
            .join("\n"),
    exitCode: accepted.length === 0 ? 1 : 0,
  };
}

/** From the last code that is remembered and is not that of now. */
function acceptOne(folder: string, place: Place, { id, codeDigest, parts }: InspectedTarget): Acceptance | undefined {
  const versions = readHistoryFile(historyFile(path.join(folder, "history"), id));
  const former = versions.findLast((version) => version.codeDigest !== codeDigest);
  if (former === undefined || codeDigest === null) return undefined;
  const texts = openTexts(factsFolderOf(folder, place.project.root), () => undefined);
  const textOf = (hash: string): string | undefined => {
    const text = texts.get(hash);
    return typeof text === "string" ? text : undefined;
  };
  const changes = describeChanges(former.parts(), parts).map((change) => ({
    ...change,
    diff: partDiff(change, textOf),
  }));
  return { target: id, from: former.codeDigest, to: codeDigest, changes };
}

function revoke(folder: string, place: Place, patterns: readonly string[]): Result {
  const isChosen = chooser(patterns);
  const revoked = ownOf(folder, place).filter(({ target }) => isChosen(parseTargetId(target)));
  for (const { target } of revoked) writeAccepted(folder, { target, edits: [] });
  return {
    data: { version: 1, revoked },
    text: () =>
      revoked.length === 0
        ? "Nothing of that is accepted."
        : revoked.map(({ target }) => `revoked ${printable(target)}`).join("\n"),
    exitCode: revoked.length === 0 ? 1 : 0,
  };
}

function list(accepted: readonly AcceptedEdits[], now: number): Result {
  const lines = accepted.flatMap(({ target, edits }) =>
    edits.map(({ from, to, at, because }) => {
      const why = because === undefined ? "" : `: ${because}`;
      return printable(
        `${target} ${from.slice(0, 12)} answers for ${to.slice(0, 12)}, ${humanDuration(Math.max(0, now - at))} ago${why}`,
      );
    }),
  );
  return {
    data: { version: 1, accepted },
    text: () => (lines.length === 0 ? "Nothing is accepted." : lines.join("\n")),
  };
}

function ownOf(folder: string, { project }: Place): AcceptedEdits[] {
  return listAccepted(folder).filter(({ target }) => parseTargetId(target).project === project.name);
}
