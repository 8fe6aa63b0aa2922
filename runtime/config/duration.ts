const units = [
  ["w", 7 * 86_400_000],
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1_000],
  ["ms", 1],
] as const;

/** How a duration is written, for messages. */
export const DURATION_FORM = "a duration such as 500ms, 30s, 10m, 12h, 1d, 2w or 1d12h";

/**
 * Milliseconds of `1d`, `1d 12h 30m`, `1.5h`, `500ms`. Units go from large to small, each at most once. Undefined for
 * all else: a bare number has no unit to be sure of, and zero, which would be neither "never" nor "always".
 */
export function parseDuration(text: string): number | undefined {
  let total = 0;
  let next = 0;
  let rest = text.trim();
  while (rest !== "") {
    const match = /^(\d+(?:\.\d+)?)(ms|[wdhms])(?:\s+(?=\d)|(?=\d|$))/.exec(rest);
    if (match === null) return undefined;
    const place = units.findIndex(([unit]) => unit === match[2]);
    const unit = units[place];
    if (unit === undefined || place < next) return undefined;
    total += Number(match[1]) * unit[1];
    next = place + 1;
    rest = rest.slice(match[0].length);
  }
  const milliseconds = Math.round(total);
  return milliseconds > 0 && Number.isSafeInteger(milliseconds) ? milliseconds : undefined;
}
