import { reasons } from "../../runtime/reasons.ts";
import type { Reason } from "../../runtime/reasons/reason.ts";

/** What the README says of each effect, in its order. */
const EFFECTS: readonly (readonly [Reason["effect"], string])[] = [
  ["decline", "The function is left as it is"],
  ["bypass", "The call runs and is not stored"],
  ["shown", "The call is cached, and the reason is shown; `ASTROCACHE_STRICT=1` refuses it"],
];

/** The tables of reasons for the README, in Markdown. */
export function reasonsTable(): string {
  return EFFECTS.map(([effect, title]) => `**${title}**\n\n${tableOf(effect)}`).join("\n\n");
}

function tableOf(effect: Reason["effect"]): string {
  const rows = Object.entries(reasons).filter(([, reason]) => reason.effect === effect);
  const lines = rows.map(([code, { sentence, remedy }]) => `| \`${code}\` | ${cell(sentence)} | ${cell(remedy)} |`);
  return ["| code | why | what to do |", "| --- | --- | --- |", ...lines].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
