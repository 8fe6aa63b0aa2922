import { humanDuration, printable } from "./humanize.ts";
import type { TargetTotals } from "./tally.ts";

/** Below these a loss says more about a first start than about the function. */
const MANY_CALLS = 1_000;
const LONG_MS = 100;

/** Whether a function costs more to cache than to run. */
export function isLoss({ hits, misses, spentMs, ranMs }: TargetTotals): boolean {
  return hits + misses >= MANY_CALLS && spentMs >= LONG_MS && spentMs > ranMs;
}

/** `src/a.ts#tiny costs more to cache than to run (1.2 s against 30 ms)` */
export function lossText({ file, name, spentMs, ranMs }: TargetTotals): string {
  const figures = `${humanDuration(spentMs)} against ${humanDuration(ranMs)}`;
  return `${printable(`${file}#${name}`)} costs more to cache than to run (${figures})`;
}
