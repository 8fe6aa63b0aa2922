import { printable } from "../../runtime/report/humanize.ts";
import type { InputDifference, Novelty } from "../../runtime/report/nearest-call.ts";
import type { Paint } from "../paint.ts";

/** Which inputs of the last new call differ from the nearest earlier one, and where inside them. */
export function noveltyLines({ earlier, differs, more }: Novelty, paint: Paint): string[] {
  if (earlier === 0) return ["no earlier call is remembered to compare the last one with"];
  const of = earlier === 1 ? "the earlier call" : `the nearest of ${earlier} earlier calls`;
  if (differs.length === 0)
    return [
      `the last one differs from ${of} in what is not compared: the inside of long values, or the code of functions`,
    ];
  const rest = more === 0 ? [] : [paint("dim", `and ${more} more`)];
  return [
    `the last one differs from ${of} in`,
    ...differs.map((one) => `  ${differenceText(one, paint)}`),
    ...rest.map((line) => `  ${line}`),
  ];
}

function differenceText({ path, now, before }: InputDifference, paint: Paint): string {
  const name = paint("yellow", printable(path));
  if (now === undefined) return `${name}: was ${printable(before ?? "there")}, now absent`;
  if (before === undefined) return `${name}: ${printable(now)}, absent before`;
  return now === before ? `${name}: another ${printable(now)}` : `${name}: ${printable(now)}, was ${printable(before)}`;
}
