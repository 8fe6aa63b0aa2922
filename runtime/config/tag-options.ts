import { AstrocacheError, type SourceLocation } from "../errors.ts";
import { optionTable } from "./option-table.ts";
import { rename } from "./suggest.ts";
import type { PartialOptions } from "./target-options.ts";

/**
 * Options of a tag: `ttl=1d ignore=logger,options.signal version="2 b"`.
 *
 * @param start where the first character of the text stands.
 * @throws AstrocacheError `INVALID_TAG`, at the column of the wrong option.
 */
export function parseTagOptions(text: string, start: SourceLocation): PartialOptions {
  const options: Record<string, unknown> = {};
  for (const word of splitWords(text)) {
    const at: SourceLocation = { ...start, column: start.column + word.offset };
    const [name, value] = readWord(word.text, at);
    if (Object.hasOwn(options, name)) throw invalid(`the option ${name} is given twice`, "Keep one of them.", at);
    options[name] = value;
  }
  return options;
}

function readWord(word: string, at: SourceLocation): [keyof typeof optionTable, unknown] {
  const equals = word.indexOf("=");
  const name = equals < 0 ? word : word.slice(0, equals);
  if (!isOption(name))
    throw invalid(`unknown option ${JSON.stringify(name)}`, rename(name, Object.keys(optionTable)), at);
  const { form, read, alone } = optionTable[name];
  if (equals < 0 && alone !== undefined) return [name, read(alone)];
  if (equals < 0) throw invalid(`the option ${name} has no value`, `Write ${name}= and ${form}.`, at);
  const text = unquote(word.slice(equals + 1));
  const value = text === undefined ? undefined : read(text);
  if (value !== undefined) return [name, value];
  const behind: SourceLocation = { ...at, column: at.column + equals + 1 };
  throw invalid(`${name}=${word.slice(equals + 1)} is not valid`, `Allowed: ${form}.`, behind);
}

export function isOption(name: string): name is keyof typeof optionTable {
  return Object.hasOwn(optionTable, name);
}

/** Words are parted by spaces; quotes, single or double, keep spaces together. */
function splitWords(text: string): { readonly text: string; readonly offset: number }[] {
  const words = text.matchAll(/(?:"[^"]*"|'[^']*'|\S)+/g);
  return Array.from(words, (match) => ({ text: match[0], offset: match.index }));
}

/** Undefined for a quote that is not closed, or closed in the middle. */
function unquote(value: string): string | undefined {
  const quoted = /^(["'])(.*)\1$/s.exec(value);
  const text = quoted?.[2] ?? value;
  return /["']/.test(text) ? undefined : text;
}

function invalid(what: string, remedy: string, location: SourceLocation): AstrocacheError {
  return new AstrocacheError("INVALID_TAG", what, { remedy, location });
}
