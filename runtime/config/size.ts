const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 } as const;

/** How a size is written, for messages. */
export const SIZE_FORM = "a size such as 500MB, 5GB or 1.5TB";

/** Bytes of `500MB`, `1.5 GB`. A number, which only a config file can give, is bytes already. Undefined for all else, and for nothing. */
export function readSize(value: unknown): number | undefined {
  const bytes = typeof value === "string" ? parseSize(value) : value;
  return Number.isSafeInteger(bytes) && (bytes as number) > 0 ? (bytes as number) : undefined;
}

function parseSize(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?) ?(B|kB|MB|GB|TB)$/.exec(text.trim());
  return match === null ? undefined : Math.round(Number(match[1]) * units[match[2] as keyof typeof units]);
}
