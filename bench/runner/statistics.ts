export interface Spread {
  readonly median: number;
  /** Half of what lies between the quartiles. */
  readonly spread: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  return { median: quantile(samples, 0.5), spread: (quantile(samples, 0.75) - quantile(samples, 0.25)) / 2 };
}

/** Between two samples in proportion. NaN for none. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * part;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
