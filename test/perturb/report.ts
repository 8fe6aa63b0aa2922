import type { Graph } from "./graph.ts";
import type { Result } from "./perturb.ts";

/** Prints survivors and totals to stdout. True where nothing was missed and at most 1 % were needless. */
export function printReport(graphs: readonly Graph[], { edits, mustChange, mustStay, survivors }: Result): boolean {
  const lines = survivors.map(
    ({ kind, rule, place, target, detail }) => `${kind} ${rule} ${place} target ${target}: ${detail}`,
  );
  const of = (kind: string): number => survivors.filter((survivor) => survivor.kind === kind).length;
  const modules = graphs.reduce((sum, { files }) => sum + Object.keys(files).length, 0);
  const total = [...edits.values()].reduce((sum, count) => sum + count, 0);
  const share = mustStay === 0 ? 0 : of("needless") / mustStay;
  lines.push(
    `${graphs.length} graphs, ${modules} modules, ${edits.size} kinds of edit, ${total} edits`,
    `had to change a digest: ${mustChange}, missed ${of("missed")}`,
    `had to leave it: ${mustStay}, needless ${of("needless")} (${(share * 100).toFixed(2)} %)`,
  );
  process.stdout.write(`${lines.join("\n")}\n`);
  return of("missed") === 0 && share <= 0.01;
}
