import { randomFrom } from "./random.ts";
import { quantile } from "./statistics.ts";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

type Statistic = (values: readonly number[]) => number;

/** Makes a function that says how sure a statistic of a sample is, by drawing from the sample again and again. */
export function bootstrap(statistic: Statistic, { rounds = 1000, seed = 1, confidence = 0.9 } = {}) {
  // @astrocache
  function interval(values: readonly number[]): Interval {
    const random = randomFrom(seed);
    const results = Array.from({ length: rounds }, () => {
      return statistic(values.map(() => values[Math.floor(random() * values.length)] ?? 0));
    });
    const tail = (1 - confidence) / 2;
    return { low: quantile(results, tail), high: quantile(results, 1 - tail) };
  }
  return interval;
}
