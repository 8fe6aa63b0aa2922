import { hash } from "node:crypto";

/** Raised when lines are written in another way: a line of another version fails its check. */
const FORMAT = "2";

const LINE_END = 10;
const TAB = 9;
const CHECK_LENGTH = FORMAT.length + 21;

/** Where one line stands, without its end. */
export interface Line {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** `check TAB key TAB json`. The key may hold neither a tab nor a line end. */
export function lineOf(key: string, json: string): string {
  const checked = `${key}\t${json}`;
  return `${checkOf(checked)}\t${checked}`;
}

/** The lines of `bytes` by their keys, later ones in place of earlier ones; returns where what is whole ends. */
export function readLines(bytes: Buffer, found: (key: string, line: Line) => void): number {
  let start = 0;
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
    const key = start + CHECK_LENGTH + 1;
    const tab = bytes.indexOf(TAB, key);
    if (tab > key && tab < end) found(bytes.toString("utf8", key, tab), { bytes, start, end });
    start = end + 1;
  }
  return start;
}

/** The value of a line; undefined where it is torn, damaged, or of another version. */
export function valueOf({ bytes, start, end }: Line): { readonly value: unknown } | undefined {
  // Read once as a whole: a start asks for a thousand short ones.
  const line = bytes.toString("utf8", start, end);
  const checked = line.slice(CHECK_LENGTH + 1);
  if (!line.startsWith(checkOf(checked))) return undefined;
  return { value: JSON.parse(checked.slice(checked.indexOf("\t") + 1)) as unknown };
}

/** Over the key as well: a key that was damaged may be another one. */
function checkOf(checked: string): string {
  return FORMAT + hash("sha256", checked, "base64url").slice(0, 21);
}
