/** `0.4 ms`, `850 ms`, `41.2 s`, `12 min 5 s`, `3 h 12 min`, `2 d 3 h`. */
export function humanDuration(milliseconds: number): string {
  const ms = Math.abs(milliseconds);
  const sign = milliseconds < 0 ? "-" : "";
  if (ms < 10) return `${sign}${Number(ms.toFixed(1))} ms`;
  if (ms < 999.5) return `${sign}${Math.round(ms)} ms`;
  if (ms < 59_950) return `${sign}${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return sign + pair(seconds, 60, "min", "s");
  const minutes = Math.round(seconds / 60);
  if (minutes < 24 * 60) return sign + pair(minutes, 60, "h", "min");
  return sign + pair(Math.round(minutes / 60), 24, "d", "h");
}

/** `1 hit`, `2 hits`, `2 misses`. */
export function count(number: number, noun: string): string {
  if (number === 1) return `1 ${noun}`;
  return `${number} ${noun}${noun.endsWith("s") ? "es" : "s"}`;
}

/** Text from a file or another process is shown without what a terminal would obey. */
export function printable(text: string): string {
  // Control characters and the marks that turn the direction of writing (Unicode TR36, section 3).
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd");
}

function pair(amount: number, base: number, large: string, small: string): string {
  const rest = amount % base;
  return rest === 0
    ? `${Math.floor(amount / base)} ${large}`
    : `${Math.floor(amount / base)} ${large} ${rest} ${small}`;
}
