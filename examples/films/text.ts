/** The title as it is compared: without case, accents, punctuation and a leading article. */
export function normalizeTitle(title: string): string {
  return title
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, "")
    .replace(/^(the|a|an) /, "")
    .trim();
}

/** Three letters at a time, with a space at both ends. */
export function trigrams(text: string): string[] {
  const padded = ` ${text} `;
  return Array.from({ length: Math.max(0, padded.length - 2) }, (_, index) => padded.slice(index, index + 3));
}
