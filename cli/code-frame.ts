import { readFileSync } from "node:fs";
import path from "node:path";
import type { SourceLocation } from "../runtime/errors.ts";
import { printable } from "../runtime/report/humanize.ts";

/** The line that a location names, with a caret below its column. Empty where the line cannot be read any more. */
export function codeFrame(root: string, { file, line, column }: SourceLocation): string[] {
  const text = readLine(path.resolve(root, file), line);
  if (text === undefined) return [];
  const number = `${line} | `;
  // A tab stays a tab above and below, so that the caret stands right at any width.
  const indent = text.slice(0, column - 1).replace(/[^\t]/g, " ");
  return [`${number}${text.split("\t").map(printable).join("\t")}`, `${" ".repeat(number.length)}${indent}^`];
}

function readLine(file: string, line: number): string | undefined {
  try {
    return readFileSync(file, "utf8").split(/\r\n?|\n/)[line - 1];
  } catch {
    return undefined; // Gone since: the location alone has to do.
  }
}
