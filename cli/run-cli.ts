import type { Environment } from "../runtime/config/settings.ts";
import { rename } from "../runtime/config/suggest.ts";
import { AstrocacheError } from "../runtime/errors.ts";
import { ownVersion } from "../runtime/own/version.ts";
import { readArguments } from "./arguments.ts";
import { codeFrame } from "./code-frame.ts";
import type { Arguments, Command, Result } from "./command.ts";
import { commands } from "./commands.ts";
import { commandHelp, overview } from "./help.ts";
import { paintFor, type Paint } from "./paint.ts";
import { findPlace, type Place } from "./place.ts";
import { createProgress, type ProgressLine, type Sink } from "../runtime/report/progress.ts";

export interface Invocation {
  /** Behind the name of the program. */
  readonly args: readonly string[];
  readonly env: Environment;
  readonly cwd: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly stdout: Sink;
  readonly stderr: Sink;
}

/** Runs a command and gives the exit code: 0 fine, 1 a problem was found, 2 the command or a setting was not understood. */
export async function runCli(invocation: Invocation): Promise<number> {
  const { env, stdout, stderr } = invocation;
  try {
    const { text, exitCode } = await answer(invocation, paintFor(stdout, env));
    if (text !== "") stdout.write(`${text}\n`);
    return exitCode;
  } catch (error) {
    const isOurs = error instanceof AstrocacheError;
    const frame = isOurs && error.location !== undefined ? codeFrame(invocation.cwd, error.location) : [];
    stderr.write(`${[paintFor(stderr, env)("red", isOurs ? error.message : failure(error)), ...frame].join("\n")}\n`);
    return isOurs ? 2 : 1;
  }
}

interface Answer {
  readonly text: string;
  readonly exitCode: number;
}

async function answer({ args, env, cwd, now, stderr }: Invocation, paint: Paint): Promise<Answer> {
  const [first, ...others] = args;
  if (first === undefined) return { text: overview(paint), exitCode: 2 };
  if (first === "--version") return { text: ownVersion(), exitCode: 0 };
  if (first === "--help" || first === "-h" || (first === "help" && others.length === 0)) {
    return { text: overview(paint), exitCode: 0 };
  }
  const [name, given] = first === "help" ? [others[0] ?? "", ["--help"]] : [first, others];
  const command = await loadCommand(name);
  const parsed = readArguments(name, command, given);
  if (parsed.flag("help")) return { text: commandHelp(name, command, paint), exitCode: 0 };
  const line = createProgress(stderr, env, () => performance.now());
  const { data, text, exitCode = 0 } = await run(command, parsed, findPlace(env, cwd, now, line.tell), line);
  return { text: parsed.flag("json") ? JSON.stringify(data, undefined, 2) : text(paint), exitCode };
}

async function run(command: Command, args: Arguments, place: Place, line: ProgressLine): Promise<Result> {
  try {
    return await command.run(args, place);
  } finally {
    line.end();
  }
}

async function loadCommand(name: string): Promise<Command> {
  const row = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (row !== undefined) return (await row.load()).command;
  const isOption = name.startsWith("-");
  const known = isOption ? ["--help", "--version"] : Object.keys(commands);
  const what = isOption ? `unknown option ${name}` : `unknown command ${JSON.stringify(name)}`;
  throw new AstrocacheError("USAGE", what, { remedy: rename(name, known) });
}

function failure(error: unknown): string {
  return `astrocache: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
