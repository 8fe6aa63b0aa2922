import { judge, type Samples, type Verdict } from "./judge.ts";
import type { Row } from "./scenario.ts";
import { spreadOf } from "./statistics.ts";

export interface RowResult {
  readonly name: string;
  readonly contestants: readonly { readonly name: string; readonly median: number; readonly spread: number }[];
  readonly verdicts: readonly Verdict[];
}

/** What `--json` writes of a scenario. */
export interface ScenarioResult {
  readonly name: string;
  readonly isolates: string;
  readonly unit: string;
  readonly rounds: number;
  readonly rows: readonly RowResult[];
}

export function rowResult({ name, contestants, targets = [] }: Row, samples: Samples, unit: string): RowResult {
  return {
    name,
    contestants: contestants.map((one) => ({ name: one.name, ...spreadOf(samples[one.name] ?? []) })),
    verdicts: targets.flatMap((target) => judge(target, samples, unit) ?? []),
  };
}
