export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Linear between the two nearest values. `at` is from 0 to 1. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = (sorted.length - 1) * at;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Each column shifted and scaled to mean 0 and deviation 1. */
export function standardize(rows: readonly (readonly number[])[]): number[][] {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? 0));
  const means = columns.map(mean);
  const deviations = columns.map(
    (values, i) => Math.sqrt(mean(values.map((value) => (value - (means[i] ?? 0)) ** 2))) || 1,
  );
  return rows.map((row) => row.map((value, i) => (value - (means[i] ?? 0)) / (deviations[i] ?? 1)));
}
