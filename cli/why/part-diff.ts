import { structuredPatch } from "diff";
import { partText } from "../../loader/analysis/part-text.ts";
import type { PartChange } from "../../runtime/report/part-changes.ts";

export interface DiffLine {
  readonly kind: "same" | "removed" | "added" | "gap";
  readonly text: string;
}

const CONTEXT = 1;
const MAX_LINES = 16;

/**
 * What an edit changed in the normalized text of a part: neither layout, comments nor types. Empty where a text is not kept
 * any more, and where the part came or went as a whole.
 *
 * @param textOf gives the text of a module by its hash.
 */
export function partDiff(change: PartChange, textOf: (hash: string) => string | undefined): DiffLine[] {
  const { file, label, textBefore, textAfter } = change;
  if (change.what !== "edited" || file === undefined || textBefore === undefined || textAfter === undefined) return [];
  const name = label.slice(label.indexOf("#") + 1);
  const before = readPart(textOf(textBefore), file, name);
  const after = readPart(textOf(textAfter), file, name);
  return before === undefined || after === undefined ? [] : diffLines(before, after);
}

export function diffLines(before: string, after: string): DiffLine[] {
  const { hunks } = structuredPatch("", "", `${before}\n`, `${after}\n`, "", "", { context: CONTEXT });
  const lines = hunks.flatMap((hunk, place): DiffLine[] => [
    ...(place === 0 ? [] : [GAP]),
    ...hunk.lines.map(readLine),
  ]);
  return lines.length <= MAX_LINES ? lines : [...lines.slice(0, MAX_LINES), GAP];
}

const GAP: DiffLine = { kind: "gap", text: "…" };

const KINDS: Readonly<Record<string, DiffLine["kind"]>> = { "-": "removed", "+": "added" };

function readLine(line: string): DiffLine {
  return { kind: KINDS[line[0] ?? ""] ?? "same", text: line.slice(1) };
}

function readPart(text: string | undefined, file: string, name: string): string | undefined {
  return text === undefined ? undefined : partText(text, file, name);
}
