import type { Paint } from "./paint.ts";
import type { Place } from "./place.ts";

/** One subcommand. Adding one is adding a file to `commands/` and a row to `commands.ts`. */
export interface Command {
  /** What follows the name, for the help: `[pattern…] [--all]`. Options that every command has are left out. */
  readonly usage: string;
  /** A paragraph or two, below the usage. */
  readonly description: string;
  readonly options: Readonly<Record<string, OptionRow>>;
  /** How many words may follow. Default: none. */
  readonly words?: { readonly min: number; readonly max: number };
  /** Everything from the first word on, or behind `--`, belongs to a program that is started. */
  readonly startsProgram?: boolean;
  readonly examples: readonly Example[];
  run(args: Arguments, place: Place): Promise<Result> | Result;
}

export interface OptionRow {
  readonly type: "boolean" | "string";
  readonly description: string;
  /** What stands for the value in the help: `--mode <mode>`. */
  readonly value?: string;
}

export interface Example {
  /** What follows `astrocache`. */
  readonly line: string;
  readonly what: string;
}

export interface Arguments {
  readonly words: readonly string[];
  /** Behind `--`, or from the first word of a command that starts a program. */
  readonly rest: readonly string[];
  flag(name: string): boolean;
  text(name: string): string | undefined;
}

/** What a command found, before any of it is printed. */
export interface Result {
  /** What `--json` prints. */
  readonly data: unknown;
  /** What is printed otherwise: lines without the last line break; empty prints nothing. */
  readonly text: (paint: Paint) => string;
  /** 1: a problem was found. A started program's own code is passed on. Default 0. */
  readonly exitCode?: number;
}
