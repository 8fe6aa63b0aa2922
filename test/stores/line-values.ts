/** What belongs to a key: from some bytes to some pages of a disk. */
export function valueFor(key: string): { readonly key: string; readonly text: string } {
  const size = (key.length * 7919 + (key.charCodeAt(key.length - 1) % 10) * 997) % 9000;
  return { key, text: "täxt ".repeat(size / 5) };
}
