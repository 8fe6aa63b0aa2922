import type { DemoTarget, ProgramRun } from "./demo-run.ts";

/** A short table of the runs: how long each took, what ran and why, what was answered. */
export function reportText(runs: readonly ProgramRun[]): string {
  const [first] = runs;
  const width = Math.max(...runs.map((run) => run.title.length));
  return ["", ...runs.flatMap((run) => rowOf(run, width, first?.seconds ?? run.seconds)), ""].join("\n");
}

/** What the command says, as somebody would see it in a terminal. */
export function whyText(said: string): string {
  return ["$ npx astrocache why", said, ""].join("\n");
}

function rowOf({ title, seconds, line, report }: ProgramRun, width: number, plain: number): string[] {
  const time = `${title.padEnd(width)}  ${seconds.toFixed(2).padStart(6)} s`;
  if (report === undefined) return [time];
  const factor = plain / seconds;
  const indent = " ".repeat(width + 2);
  const ran = report.targets.filter((target) => target.misses + target.bypassed > 0);
  const answered = report.targets.filter((target) => target.hits > 0);
  return [
    factor > 1.5 ? `${time}  ${factor.toFixed(1)} times as fast` : time,
    ...ran.map((target) => `${indent}ran       ${nameOf(target)}: ${whyOf(target)}`),
    ...answered.map((target) => `${indent}answered  ${nameOf(target)}: ${callsText(target.hits)}`),
    indent + line.replaceAll("\n", `\n${indent}`),
  ];
}

function nameOf({ file, name }: DemoTarget): string {
  return `${file}#${name}`;
}

function whyOf({ missReasons, bypassReasons }: DemoTarget): string {
  const causes = [...Object.entries(missReasons), ...Object.entries(bypassReasons)].filter(([, count]) => count > 0);
  return causes.map(([cause, count]) => `${callsText(count)}, ${cause}`).join("; ");
}

function callsText(count: number): string {
  return `${count} call${count === 1 ? "" : "s"}`;
}
