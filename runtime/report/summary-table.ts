import { reasons, type ReasonNote } from "../reasons.ts";
import { alignColumns } from "./columns.ts";
import { humanDuration, printable } from "./humanize.ts";
import { isLoss, lossText } from "./losses.ts";
import type { TargetTotals, Totals } from "./tally.ts";

/** What `ASTROCACHE_REPORT=summary` adds to the line: a row for each target, then why calls and functions were left alone. */
export function summaryTable({ targets, declined }: Totals): string {
  const rows = targets.map((target) => [
    printable(target.id),
    String(target.hits),
    String(target.misses),
    String(target.bypassed),
    target.hits === 0 ? "" : humanDuration(target.savedMs),
    printable(causesOf(target)),
  ]);
  const table = alignColumns([["function", "hits", "misses", "bypassed", "saved", "why"], ...rows], [1, 2, 3, 4]);
  const lost = targets.filter(isLoss).map(lossText);
  const bypasses = targets.flatMap((target) => target.notes.map((note) => bypassText(target, note)));
  const refusals = declined.map(({ id, reason }) => reasonText(`declined ${id}`, { code: reason }));
  return [...table, ...lost, ...bypasses, ...refusals].join("\n");
}

function causesOf({ missReasons, changes }: TargetTotals): string {
  return Object.entries(missReasons)
    .map(([cause, number]) =>
      cause === "code-changed" && changes.length > 0
        ? `${number} ${cause}: ${changes.map(({ label }) => label).join(", ")}`
        : `${number} ${cause}`,
    )
    .join("; ");
}

function bypassText({ id, bypassReasons }: TargetTotals, note: ReasonNote): string {
  return reasonText(`bypassed ${id} ×${bypassReasons[note.code] ?? 1}`, note);
}

function reasonText(what: string, { code, detail, file, line }: ReasonNote): string {
  const { sentence, remedy } = reasons[code];
  const where = file === undefined ? "" : line === undefined ? ` (${file})` : ` (${file}:${line})`;
  const which = detail === undefined ? "" : ` ${detail}`;
  return `${printable(`${what}: ${code}${which}${where}`)}\n  ${sentence} ${remedy}`;
}
