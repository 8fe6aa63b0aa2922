import { OURS, type Target } from "./scenario.ts";
import { quantile } from "./statistics.ts";

/** Samples of each contestant of a row, in the order of the rounds. */
export type Samples = Readonly<Record<string, readonly number[]>>;

export interface Verdict {
  /** `≤3× memoize`. */
  readonly target: string;
  /** `2.4×`. */
  readonly reached: string;
  /** What was reached over what is allowed: above 1 the target is missed. NaN where a contestant is missing. */
  readonly share: number;
}

/** Past a target by less than this is noise: what a busy machine adds to the median of a ratio. */
export const MARGIN = 1.2;

/** Undefined where somebody did not take part, as joblib on a machine without it. */
export function judge(target: Target, samples: Samples, unit: string): Verdict | undefined {
  const own = samples[target.of ?? OURS];
  if (own === undefined) return undefined;
  const who = target.of === undefined ? "" : `${target.of}: `;
  if (target.kind === "absolute")
    return verdict(`${who}≤${target.atMost} ${unit}`, own, target.atMost, (reached) => `${short(reached)} ${unit}`);
  if (target.kind === "over") {
    const over = perRound(own, samples[target.base], (mine, base) => mine - base);
    const text = `${who}≤${target.atMost} ${unit} over ${target.base}`;
    return over && verdict(text, over, target.atMost, (reached) => `${short(reached)} ${unit}`);
  }
  if (target.kind === "faster") {
    const slower = perRound(own, samples[target.than], (mine, other) => mine / other);
    const text = `${who}≥${target.atLeast}× faster than ${target.than}`;
    return slower && verdict(text, slower, 1 / target.atLeast, (reached) => `${short(1 / reached)}×`);
  }
  const floors = target.to.flatMap((name) => (samples[name] === undefined ? [] : [samples[name]]));
  const floor = floors[0]?.map((_, round) => Math.min(...floors.map((one) => one[round] ?? Infinity)));
  const ratio = perRound(own, floor, (mine, other) => mine / other);
  const text = `${who}≤${target.atMost}× ${target.name ?? target.to.join(" or ")}`;
  return ratio && verdict(text, ratio, target.atMost, (reached) => `${short(reached)}×`);
}

function perRound(
  own: readonly number[],
  other: readonly number[] | undefined,
  compare: (mine: number, other: number) => number,
): number[] | undefined {
  return other && own.map((mine, round) => compare(mine, other[round] ?? NaN));
}

function verdict(target: string, values: readonly number[], most: number, show: (reached: number) => string): Verdict {
  const reached = quantile(values, 0.5);
  return { target, reached: show(reached), share: reached / most };
}

/** Three digits. */
export function short(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000) return Math.round(value).toLocaleString("en");
  return value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
}
