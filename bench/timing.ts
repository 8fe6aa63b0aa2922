/** Small measurements: the best of several rounds, since a busy machine only ever adds time. */
const ROUNDS = 5;
/** Milliseconds of one round. */
const ROUND = 60;

export interface Column {
  readonly name: string;
  /** Undefined where the peer cannot do it. */
  readonly run: (() => unknown) | undefined;
}

/** Microseconds that one call takes, at best. */
export function measure(run: () => unknown): number {
  let count = 1;
  while (time(run, count) < ROUND / 4 && count < 1e7) count *= 2;
  const perRound = Math.max(1, Math.round((count * ROUND) / Math.max(time(run, count), 0.001)));
  let best = Infinity;
  for (let i = 0; i < ROUNDS; i++) best = Math.min(best, time(run, perRound) / perRound);
  return best * 1000;
}

/** A table as Markdown: one row for each scenario, microseconds. */
export function table(
  title: string,
  rows: readonly { readonly name: string; readonly columns: readonly Column[] }[],
): string {
  const names = rows[0]?.columns.map(({ name }) => name) ?? [];
  const lines = rows.map(({ name, columns }) => `| ${name} | ${columns.map(cell).join(" | ")} |`);
  return `| ${title}, µs | ${names.join(" | ")} |\n|${" --- |".repeat(names.length + 1)}\n${lines.join("\n")}\n`;
}

function cell({ run }: Column): string {
  if (run === undefined) return "–";
  const value = measure(run);
  return value < 10 ? value.toFixed(2) : value < 1000 ? value.toFixed(0) : Math.round(value).toLocaleString("en");
}

/** Keeps what was computed alive, so that it is computed. */
const kept: { last?: unknown } = {};

function time(run: () => unknown, count: number): number {
  const start = process.hrtime.bigint();
  for (let i = 0; i < count; i++) kept.last = run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}
