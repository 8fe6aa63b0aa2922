import { humanDuration, printable } from "../../runtime/report/humanize.ts";
import type { TargetOptions } from "../../runtime/config/target-options.ts";
import type { Paint } from "../paint.ts";
import type { InspectedDecline, InspectedNote, InspectedTarget } from "./inspection.ts";

const MAX_PARTS = 12;

export function targetText(target: InspectedTarget, paint: Paint): string {
  const { id, file, line, options, named, codeDigest, entries = [], inputs, parts, state, environment, notes } = target;
  const packages = parts.filter(({ label }) => label.startsWith("package "));
  const own = parts.filter((part) => !packages.includes(part));
  const row = (head: string, values: readonly string[]): string[] =>
    values.length === 0 ? [] : [`  ${head.padEnd(8)}${printable(shorten(values).join(", "))}`];
  return [
    `${paint("bold", printable(id))} ${paint("dim", printable(`${file}:${line}`))}`,
    ...row("picked", [named ? "by name" : "with its file", ...optionTexts(options)]),
    ...row("in", entries),
    ...row("code", codeDigest === null ? [] : [codeDigest.slice(0, 16)]),
    ...row(
      "reaches",
      own.map(({ label }) => label),
    ),
    ...row(
      "packages",
      packages.map(({ label }) => label.slice("package ".length)),
    ),
    ...row("inputs", inputs),
    ...row("state", state),
    ...row("env", environment),
    ...notes.flatMap((note) => noteLines(note, paint)),
  ].join("\n");
}

export function declineText({ id, note }: InspectedDecline, paint: Paint): string {
  return [paint("bold", printable(id)), ...noteLines(note, paint)].join("\n");
}

export function noteLines(
  { code, effect, sentence, remedy, detail, file, line }: InspectedNote,
  paint: Paint,
): string[] {
  const style = effect === "shown" ? "cyan" : "yellow";
  const word = { decline: "declined", bypass: "bypassed", shown: "shown" }[effect];
  const what = detail === undefined ? "" : ` (${printable(detail)})`;
  const where = file === undefined ? "" : ` ${printable(line === undefined ? file : `${file}:${line}`)}`;
  return [`  ${paint(style, word)} ${code}: ${sentence}${what}${paint("dim", where)}`, `      ${remedy}`];
}

function optionTexts({ ttl, ignore, version, files, deps }: TargetOptions): string[] {
  return [
    ...(ttl === undefined ? [] : [`ttl ${humanDuration(ttl)}`]),
    ...(ignore.length === 0 ? [] : [`ignores ${ignore.join(" and ")}`]),
    ...(version === undefined ? [] : [`version ${version}`]),
    ...(files === undefined ? [] : [`files ${files.join(" and ")}`]),
    ...(deps === undefined || deps === "version"
      ? []
      : [`source of ${deps === "source" ? "all packages" : deps.join(" and ")}`]),
  ];
}

function shorten(values: readonly string[]): readonly string[] {
  return values.length <= MAX_PARTS ? values : [...values.slice(0, MAX_PARTS), `and ${values.length - MAX_PARTS} more`];
}
