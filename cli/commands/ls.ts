import { alignColumns } from "../../runtime/report/columns.ts";
import { humanDuration, printable } from "../../runtime/report/humanize.ts";
import { chooseEntries } from "../choose-entries.ts";
import type { Command } from "../command.ts";
import { humanBytes } from "../sizes.ts";
import { scanEntries, type StoredEntry } from "../stored-entries.ts";

export const command: Command = {
  usage: "[pattern…] [--all]",
  description: "Lists what the file store holds for this project, newest first. Patterns are written as in ASTROCACHE.",
  options: { all: { type: "boolean", description: "List the entries of every project." } },
  words: { min: 0, max: Infinity },
  examples: [
    { line: "ls", what: "everything that is stored for this project" },
    { line: "ls 'src/api/**#fetch*'", what: "what is stored of some functions" },
    { line: "ls --all --json", what: "every entry of every project, for programs" },
  ],
  async run(args, place) {
    const project = args.flag("all") ? undefined : place.project.name;
    const { entries, unreadable } = scanEntries(await place.folder(), place.progress);
    const chosen = chooseEntries(entries, { project, patterns: args.words }).sort((a, b) => b.createdAt - a.createdAt);
    return {
      data: { version: 1, entries: chosen, unreadable },
      text: (paint) =>
        chosen.length === 0 ? "Nothing is stored." : table(chosen, place.now, (text) => paint("bold", text)),
    };
  },
};

function table(entries: readonly StoredEntry[], now: number, bold: (text: string) => string): string {
  const rows = entries.map((entry) => [
    printable(entry.target),
    humanBytes(entry.bytes),
    humanDuration(entry.durationMs),
    `${humanDuration(Math.max(0, now - entry.createdAt))} ago`,
    expiry(entry, now),
    entry.key.slice(0, 12),
  ]);
  const [head = "", ...lines] = alignColumns(
    [["function", "size", "saves", "stored", "expires", "key"], ...rows],
    [1, 2],
  );
  return [bold(head), ...lines].join("\n");
}

function expiry({ expiresAt }: StoredEntry, now: number): string {
  if (expiresAt === undefined) return "never";
  return expiresAt <= now ? "expired" : `in ${humanDuration(expiresAt - now)}`;
}
