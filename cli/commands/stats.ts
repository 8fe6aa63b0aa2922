import { alignColumns } from "../../runtime/report/columns.ts";
import { humanDuration, printable } from "../../runtime/report/humanize.ts";
import { chooseEntries } from "../choose-entries.ts";
import type { Command } from "../command.ts";
import type { Paint } from "../paint.ts";
import { humanBytes } from "../sizes.ts";
import { scanEntries, type StoredEntry } from "../stored-entries.ts";

interface TargetStats {
  readonly target: string;
  readonly entries: number;
  readonly versions: number;
  readonly bytes: number;
  readonly savesMs: number;
  readonly newest: number;
}

export const command: Command = {
  usage: "[pattern…] [--all]",
  description:
    "Counts what the file store holds for this project, function by function: entries, versions of the code, size, and the time " +
    "that answering each entry once saves.",
  options: { all: { type: "boolean", description: "Count the entries of every project." } },
  words: { min: 0, max: Infinity },
  examples: [
    { line: "stats", what: "what is stored for this project" },
    { line: "stats --all", what: "what is stored for every project" },
    { line: "stats 'src/**' --json", what: "some functions, for programs" },
  ],
  async run(args, place) {
    const folder = await place.folder();
    const { entries, unreadable } = scanEntries(folder, place.progress);
    const project = args.flag("all") ? undefined : place.project.name;
    const targets = groupByTarget(chooseEntries(entries, { project, patterns: args.words }));
    const sum = (key: "entries" | "bytes" | "savesMs"): number => targets.reduce((all, target) => all + target[key], 0);
    const totals = { entries: sum("entries"), bytes: sum("bytes"), savesMs: sum("savesMs"), unreadable };
    return { data: { version: 1, folder, ...totals, targets }, text: (paint) => print(folder, targets, totals, paint) };
  },
};

function groupByTarget(entries: readonly StoredEntry[]): TargetStats[] {
  const groups = new Map<string, StoredEntry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.target);
    if (group === undefined) groups.set(entry.target, [entry]);
    else group.push(entry);
  }
  const stats = [...groups].map(([target, group]) => ({
    target,
    entries: group.length,
    versions: new Set(group.map(({ codeDigest }) => codeDigest)).size,
    bytes: group.reduce((all, { bytes }) => all + bytes, 0),
    savesMs: group.reduce((all, { durationMs }) => all + durationMs, 0),
    newest: Math.max(...group.map(({ createdAt }) => createdAt)),
  }));
  return stats.sort((a, b) => b.bytes - a.bytes || (a.target < b.target ? -1 : 1));
}

interface Sums {
  readonly entries: number;
  readonly bytes: number;
  readonly savesMs: number;
  readonly unreadable: number;
}

function print(folder: string, targets: readonly TargetStats[], sums: Sums, paint: Paint): string {
  const cells = (name: string, { entries, bytes, savesMs }: Omit<Sums, "unreadable">, versions: string): string[] => [
    name,
    String(entries),
    versions,
    humanBytes(bytes),
    humanDuration(savesMs),
  ];
  const rows = targets.map((target) => cells(printable(target.target), target, String(target.versions)));
  const head = ["function", "entries", "versions", "size", "saves"];
  const [first = "", ...lines] = alignColumns([head, ...rows, cells("all", sums, "")], [1, 2, 3, 4]);
  const damaged = sums.unreadable === 0 ? [] : [paint("yellow", `${sums.unreadable} unreadable, not counted`)];
  return [paint("dim", printable(folder)), paint("bold", first), ...lines, ...damaged].join("\n");
}
