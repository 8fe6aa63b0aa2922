import { hash } from "node:crypto";

/** Raised when lines are written in another way: a line of another version fails its check. */
const FORMAT = "astrocache lines 2";

const LINE_END = 10;
const TAB = 9;
const CHECK_LENGTH = 22;

/** Where one line stands, without its end. */
export interface Line {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** `key TAB check TAB json`. The key may hold neither a tab nor a line end. */
export function lineOf(key: string, json: string): string {
  return `${key}\t${checkOf(key, json)}\t${json}`;
}

/** The lines of `bytes` by their keys, later ones in place of earlier ones; returns where what is whole ends. */
export function readLines(bytes: Buffer, found: (key: string, line: Line) => void): number {
  let start = 0;
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
    const tab = bytes.indexOf(TAB, start);
    if (tab > start && tab < end) found(bytes.toString("utf8", start, tab), { bytes, start, end });
    start = end + 1;
  }
  return start;
}

/** The value of a line; undefined where it is torn, damaged, or of another version. */
export function valueOf(key: string, { bytes, start, end }: Line): { readonly value: unknown } | undefined {
  const check = bytes.indexOf(TAB, start) + 1;
  const behind = check + CHECK_LENGTH;
  if (behind >= end || bytes[behind] !== TAB) return undefined;
  const json = bytes.toString("utf8", behind + 1, end);
  return bytes.toString("latin1", check, behind) === checkOf(key, json)
    ? { value: JSON.parse(json) as unknown }
    : undefined;
}

/** Over the key as well: a key that was damaged may be another one. */
function checkOf(key: string, json: string): string {
  return hash("sha256", `${FORMAT}\t${key}\t${json}`, "base64url").slice(0, CHECK_LENGTH);
}
