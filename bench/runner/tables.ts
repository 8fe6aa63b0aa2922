import { MARGIN, short, type Verdict } from "./judge.ts";
import type { RowResult, ScenarioResult } from "./results.ts";

/** A scenario as Markdown: what it isolates, then a line for each contestant of each row. */
export function scenarioTable({ name, isolates, unit, rows }: ScenarioResult): string {
  const lines = rows.flatMap((row) => [
    ...row.contestants.map(
      (one, place) =>
        `| ${place === 0 ? row.name : ""} | ${one.name} | ${short(one.median)} | ± ${short(one.spread)} |`,
    ),
    ...row.verdicts.map((verdict) => `| | ${verdict.target} | ${verdict.reached} | ${word(verdict)} |`),
  ]);
  return `### ${name}\n\n${isolates}\n\n| | | ${unit} | |\n| --- | --- | ---: | --- |\n${lines.join("\n")}\n`;
}

/** All rows with targets, a line each: what the README shows. */
export function summaryTable(results: readonly ScenarioResult[]): string {
  const lines = results.flatMap(({ rows, unit }) => rows.filter(hasTargets).map((row) => summaryLine(row, unit)));
  return ["| | measured | beside it | target | reached |", "| --- | --- | --- | --- | --- |", ...lines, ""].join("\n");
}

function hasTargets({ verdicts }: RowResult): boolean {
  return verdicts.length > 0;
}

function summaryLine({ name, contestants, verdicts }: RowResult, unit: string): string {
  const [own, ...others] = contestants.map((one) => ({ ...one, text: `${short(one.median)} ${unit}` }));
  const beside = others.map((one) => `${one.name} ${one.text}`).join(", ");
  const measured = own === undefined ? "" : `${own.text} ± ${short(own.spread)}`;
  const targets = verdicts.map(({ target }) => target).join("; ");
  const reached = verdicts.map((verdict) => `${verdict.reached}${verdict.share > 1 ? " (past)" : ""}`).join("; ");
  return `| ${name} | ${measured} | ${beside} | ${targets} | ${reached} |`;
}

export function word({ share }: Verdict): "pass" | "near" | "past" {
  return share <= 1 ? "pass" : share <= MARGIN ? "near" : "past";
}
