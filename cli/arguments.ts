import { parseArgs } from "node:util";
import { count } from "../runtime/report/humanize.ts";
import { list, rename } from "../runtime/config/suggest.ts";
import { AstrocacheError } from "../runtime/errors.ts";
import type { Arguments, Command, OptionRow } from "./command.ts";

/** What every command takes. */
export const commonOptions: Readonly<Record<string, OptionRow>> = {
  json: { type: "boolean", description: "Print JSON." },
  help: { type: "boolean", description: "Print this help." },
};

/**
 * Reads what follows the name of a command.
 *
 * @throws AstrocacheError `USAGE`.
 */
export function readArguments(name: string, command: Command, given: readonly string[]): Arguments {
  const { options, words = { min: 0, max: 0 }, startsProgram = false } = command;
  const all = { ...options, ...commonOptions };
  const fail = (what: string, remedy: string): AstrocacheError => new AstrocacheError("USAGE", what, { remedy });
  const { tokens } = parseArgs({
    args: [...given],
    options: typesOf(all),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string | true>();
  const found: string[] = [];
  const last = tokens.find(({ kind }) => kind === "option-terminator" || (startsProgram && kind === "positional"));
  const end = last?.index ?? given.length;
  for (const token of tokens) {
    if (token.kind === "option-terminator" || token.index >= end) continue;
    if (token.kind === "positional") found.push(token.value);
    else values.set(token.name, readOption(name, token, all, fail));
  }
  if (!values.has("help")) checkWords(name, found, words, fail);
  return {
    words: found,
    rest: given.slice(last?.kind === "option-terminator" ? end + 1 : end),
    flag: (option) => values.has(option),
    text: (option) => {
      const value = values.get(option);
      return typeof value === "string" ? value : undefined;
    },
  };
}

type Fail = (what: string, remedy: string) => AstrocacheError;

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

function readOption(
  command: string,
  { name, rawName, value }: OptionToken,
  all: Readonly<Record<string, OptionRow>>,
  fail: Fail,
): string | true {
  const row = Object.hasOwn(all, name) ? all[name] : undefined;
  const isLong = rawName.startsWith("--");
  if (row === undefined || !isLong) {
    const known = Object.keys(all).map((option) => `--${option}`);
    throw fail(`${command} has no option ${rawName}`, isLong ? rename(rawName, known) : spellOut(name, known));
  }
  if (row.type === "boolean") {
    if (value !== undefined) throw fail(`${rawName} takes no value`, `Write ${rawName} alone.`);
    return true;
  }
  if (value === undefined || value === "")
    throw fail(`${rawName} has no value`, `Write ${rawName}=<${row.value ?? "value"}>.`);
  return value;
}

/** There are no one-letter options: the long one that begins so is meant. */
function spellOut(letter: string, known: readonly string[]): string {
  const meant = known.find((option) => option.startsWith(`--${letter}`));
  return meant === undefined ? `Known are ${list(known)}.` : `Did you mean ${meant}?`;
}

function checkWords(
  name: string,
  found: readonly string[],
  { min, max }: NonNullable<Command["words"]>,
  fail: Fail,
): void {
  const remedy = `See astrocache ${name} --help.`;
  if (found.length < min) throw fail(`${name} needs ${count(min, "word")} more`, remedy);
  if (found.length > max) throw fail(`${name} does not know what to do with ${JSON.stringify(found[max])}`, remedy);
}

function typesOf(rows: Readonly<Record<string, OptionRow>>): Record<string, { type: "boolean" | "string" }> {
  return Object.fromEntries(Object.entries(rows).map(([name, { type }]) => [name, { type }]));
}
