/** `0 B`, `950 B`, `3.4 kB`, `12 MB`: powers of 1000, two digits that count. */
export function humanBytes(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let amount = bytes;
  let place = 0;
  while (amount >= 999.5 && place < units.length - 1) {
    amount /= 1000;
    place += 1;
  }
  const digits = place === 0 || amount >= 9.95 ? 0 : 1;
  return `${amount.toFixed(digits)} ${units[place] ?? ""}`;
}
