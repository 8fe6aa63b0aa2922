import type { ValueDifference } from "../call/first-difference.ts";
import type { TargetFacts } from "../call/link.ts";
import { printable } from "./humanize.ts";

/** Differences that are told of each target; the line at the end counts them all. */
const MAX_TOLD = 3;

/** Tells a difference that `verify` found as it is found: a program that is killed later has told it. */
export function createDifferenceTeller(
  print: (text: string) => void,
): (target: TargetFacts, difference: ValueDifference) => void {
  const told = new Map<string, number>();
  return (target, difference) => {
    const before = told.get(target.id) ?? 0;
    told.set(target.id, before + 1);
    if (before < MAX_TOLD) print(`${differenceText(target, difference)}\n`);
    if (before === MAX_TOLD) print(`astrocache: ${printable(target.id)} gave yet other results; they are counted\n`);
  };
}

/** `astrocache: my-app:src/a.ts#price is not what was stored at result.total: stored 12, now 13 (src/a.ts:4)` */
export function differenceText({ id, file, line }: TargetFacts, { path, stored, now }: ValueDifference): string {
  return printable(
    `astrocache: ${id} is not what was stored at ${path}: stored ${stored}, now ${now} (${file}:${line})`,
  );
}
