/** Consumer prices of the United States, every ten years; 1982 to 1984 are 100. */
const PRICES: readonly (readonly [year: number, index: number])[] = [
  [1910, 9.5],
  [1920, 20],
  [1930, 16.7],
  [1940, 14],
  [1950, 24.1],
  [1960, 29.6],
  [1970, 38.8],
  [1980, 82.4],
  [1990, 130.7],
  [2000, 172.2],
  [2010, 218.1],
  [2020, 258.8],
];

/** Undefined for sums that are missing or zero, which in this data means the same. */
export function inMillionsOf2010(dollars: number | null, year: number): number | undefined {
  if (dollars === null || !(dollars > 0)) return undefined;
  return ((dollars / 1e6) * priceIndex(2010)) / priceIndex(year);
}

function priceIndex(year: number): number {
  const after = PRICES.findIndex(([known]) => known >= year);
  const [laterYear, later] = PRICES[after] ?? [2020, 258.8];
  const [earlierYear, earlier] = PRICES[after - 1] ?? [laterYear - 1, later];
  return earlier + ((later - earlier) * (year - earlierYear)) / (laterYear - earlierYear);
}
