import { printable } from "../../runtime/report/humanize.ts";
import type { ChainLink, PartChange } from "../../runtime/report/part-changes.ts";
import type { Paint } from "../paint.ts";
import type { DiffLine } from "./part-diff.ts";

/** A change, and what it changed in the text of the part. */
export interface ExplainedChange extends PartChange {
  readonly diff: readonly DiffLine[];
}

/** `report() ← parse() ← normalize(): body changed, src/text.ts:12`, then the diff. */
export function changeLines(change: ExplainedChange, paint: Paint): string[] {
  const { file, line } = change;
  const where = file === undefined ? "" : `, ${file}${line === undefined ? "" : `:${line}`}`;
  return [
    `${chainText(change.chain)}: ${paint("yellow", whatText(change))}${paint("dim", printable(where))}`,
    ...change.diff.map((one) => `  ${diffText(one, paint)}`),
  ];
}

export function chainText(chain: readonly ChainLink[]): string {
  return chain.map(linkText).join(" ← ");
}

/** Names alone: where they stand is said of the one that changed. */
function linkText({ label, kind }: ChainLink): string {
  const name = label.slice(label.indexOf("#") + 1);
  return printable(kind === "function" ? `${name}()` : name);
}

function whatText({ what, kind, former, label }: PartChange): string {
  if (what === "upgraded") return `${versionOf(former ?? "")} became ${versionOf(label)}`;
  if (what === "added") return "is new among what is reached";
  if (what === "removed") return "is no longer reached";
  return kind === "function" ? "body changed" : "changed";
}

function versionOf(label: string): string {
  return label.slice(label.lastIndexOf("@") + 1);
}

function diffText({ kind, text }: DiffLine, paint: Paint): string {
  const shown = printable(text.replaceAll("\t", "  "));
  if (kind === "removed") return paint("red", `- ${shown}`);
  return kind === "added" ? paint("green", `+ ${shown}`) : paint("dim", `  ${shown}`);
}
