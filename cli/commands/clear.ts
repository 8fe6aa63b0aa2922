import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { printable } from "../../runtime/report/humanize.ts";
import { historyFile } from "../../runtime/report/history.ts";
import { createFileStore, ENTRIES } from "../../runtime/stores/files/file.ts";
import { chooseEntries } from "../choose-entries.ts";
import type { Command } from "../command.ts";
import { humanBytes } from "../sizes.ts";
import { scanEntries, type StoredEntry } from "../stored-entries.ts";

export const command: Command = {
  usage: "[pattern…] [--all]",
  description:
    "Removes what the file store holds for this project, or for the functions that patterns pick; they are written as in ASTROCACHE. " +
    "Programs that are running go on, and store anew.",
  options: { all: { type: "boolean", description: "Remove the entries of every project, readable or not." } },
  words: { min: 0, max: Infinity },
  examples: [
    { line: "clear", what: "everything that is stored for this project" },
    { line: "clear 'src/llm.ts#ask'", what: "what is stored of one function" },
    { line: "clear --all", what: "the whole store" },
  ],
  async run(args, place) {
    const folder = await place.folder();
    const all = args.flag("all");
    // Before it is looked what there is: results of calls that are under way are kept until then, and not from then on.
    if (existsSync(path.join(folder, ENTRIES))) createFileStore({ folder }).fenceOff();
    const { entries, unreadable } = scanEntries(folder, place.progress);
    const chosen = chooseEntries(entries, { project: all ? undefined : place.project.name, patterns: args.words });
    if (all && args.words.length === 0) clearWhole(folder, entries.length + unreadable);
    else clearChosen(folder, entries, chosen);
    const removed = chosen.length + (all && args.words.length === 0 ? unreadable : 0);
    const bytes = chosen.reduce((sum, entry) => sum + entry.bytes, 0);
    return {
      data: { version: 1, folder, removed, bytes },
      text: () =>
        `${removed === 1 ? "1 entry" : `${removed} entries`} removed, ${humanBytes(bytes)}, from ${printable(folder)}`,
    };
  },
};

function clearWhole(folder: string, files: number): void {
  if (files > 0) createFileStore({ folder }).clear();
  for (const memory of ["history", "runs"]) rmSync(path.join(folder, memory), { recursive: true, force: true });
}

/** With the last entry of a function its history goes, too: else its next calls would be told as lost. */
function clearChosen(folder: string, entries: readonly StoredEntry[], chosen: readonly StoredEntry[]): void {
  const store = createFileStore({ folder });
  for (const { key } of chosen) store.delete(key);
  const keys = new Set(chosen.map(({ key }) => key));
  const kept = new Set(entries.filter(({ key }) => !keys.has(key)).map(({ target }) => target));
  for (const { target } of chosen)
    if (!kept.has(target)) rmSync(historyFile(path.join(folder, "history"), target), { force: true });
}
