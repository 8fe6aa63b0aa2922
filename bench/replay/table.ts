import { OURS, type Replay } from "./replay.ts";
import { strategies } from "./strategies.ts";

/** Markdown: a row for each package, and their sum. Of each strategy the hits, and how many of them were stale. */
export function replayTable(replays: readonly Replay[]): string {
  const names = [OURS, ...strategies];
  const head = ["package", "steps", "calls", "same result", ...names];
  const rows = replays.map((replay) => [
    replay.name,
    ...[replay.steps, replay.calls, replay.equal].map(number),
    ...names.map((name) => cell(replay, name)),
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("");
}

function cell({ scores, equal }: Replay, name: string): string {
  const { hits = 0, stale = 0 } = scores.get(name) ?? {};
  const share = equal === 0 ? "" : ` (${Math.round((100 * (hits - stale)) / equal)} %)`;
  return `${number(hits - stale)}${share}, ${number(stale)} stale`;
}

function number(value: number): string {
  return value.toLocaleString("en");
}
