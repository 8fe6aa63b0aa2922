import { alignColumns } from "../runtime/report/columns.ts";
import { commonOptions } from "./arguments.ts";
import type { Command, OptionRow } from "./command.ts";
import { commands } from "./commands.ts";
import type { Paint } from "./paint.ts";

export function overview(paint: Paint): string {
  const rows = Object.entries(commands).map(([name, { summary }]) => [`  ${name}`, summary]);
  return [
    `${paint("bold", "astrocache")} – durable memoization for Node.js that refreshes itself when the code changes`,
    "",
    paint("bold", "Use"),
    "  node --import astrocache/register app.ts",
    "  astrocache <command> [options]",
    "",
    paint("bold", "Commands"),
    ...alignColumns(rows),
    "",
    paint("bold", "Options"),
    "  --help     Print this help; after a command, that of the command.",
    "  --version  Print the version.",
    "",
    "Exit codes: 0 fine, 1 a problem was found, 2 the command was not understood.",
  ].join("\n");
}

export function commandHelp(name: string, command: Command, paint: Paint): string {
  const { usage, description, options, examples } = command;
  return [
    `${paint("bold", "Use")}  astrocache ${`${name} ${usage}`.trim()}`,
    "",
    ...wrap(description),
    "",
    paint("bold", "Options"),
    ...alignColumns(Object.entries({ ...options, ...commonOptions }).map(optionRow)),
    "",
    paint("bold", "Examples"),
    ...examples.flatMap(({ line, what }) => [`  astrocache ${line}`, paint("dim", `      ${what}`)]),
  ].join("\n");
}

const WIDTH = 80;

function wrap(text: string): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line === "") lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function optionRow([name, { value, description }]: readonly [string, OptionRow]): string[] {
  return [value === undefined ? `  --${name}` : `  --${name} <${value}>`, description];
}
