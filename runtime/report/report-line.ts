import type { MissCause } from "../call/outcome.ts";
import { count, humanDuration, printable } from "./humanize.ts";
import { isLoss, lossText } from "./losses.ts";
import type { Totals } from "./tally.ts";

/** The causes of misses, in the order and the words of the report line. */
const causes: readonly (readonly [MissCause, string])[] = [
  ["new", "new"],
  ["code-changed", "code changed"],
  ["expired", "expired"],
  ["refresh", "refreshed"],
  ["lost", "lost"],
];

const MAX_LABELS = 3;

/**
 * The line at the end of a run, without a line break:
 * `astrocache: 12 hits, 3 misses (2 new, 1 code changed: src/text.ts#normalize), 1 bypassed, saved 41.2 s`.
 */
export function reportLine({
  hits,
  accepted,
  misses,
  bypassed,
  verified,
  different,
  savedMs,
  targets,
}: Totals): string {
  const labels = [...new Set(targets.flatMap(({ changes }) => changes.map(({ label }) => label)))];
  const counts = causes.flatMap(([cause, words]) => {
    const number = targets.reduce((all, { missReasons }) => all + (missReasons[cause] ?? 0), 0);
    if (number === 0) return [];
    const what = cause === "code-changed" && labels.length > 0 ? `: ${nameSome(labels)}` : "";
    return [`${number} ${words}${what}`];
  });
  const pieces = [
    accepted === 0 ? count(hits, "hit") : `${count(hits, "hit")} (${accepted} accepted)`,
    counts.length === 0 ? count(misses, "miss") : `${count(misses, "miss")} (${counts.join(", ")})`,
  ];
  if (verified > 0) pieces.push(`${verified} verified${different === 0 ? "" : `, ${different} of them different`}`);
  if (bypassed > 0) pieces.push(`${bypassed} bypassed`);
  if (hits > 0) pieces.push(`saved ${humanDuration(savedMs)}`);
  const [worst, ...others] = targets.filter(isLoss).sort((a, b) => b.spentMs - b.ranMs - (a.spentMs - a.ranMs));
  const loss =
    worst === undefined
      ? ""
      : `; ${lossText(worst)}${others.length === 0 ? "" : `, ${others.length} more ${others.length === 1 ? "does" : "do"}`}`;
  return `astrocache: ${pieces.join(", ")}${loss}`;
}

function nameSome(labels: readonly string[]): string {
  const shown = labels.slice(0, MAX_LABELS).map(printable);
  const rest = labels.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} and ${rest} more` : shown.join(", ");
}
