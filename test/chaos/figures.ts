/** What was measured under one fault; printed as it is. */
export type Figures = Readonly<Record<string, string | number>>;

/** A table in Markdown of rows that may have different columns. */
export function tableOf(rows: readonly Figures[]): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => names.map((name) => `${row[name] ?? ""}`));
  return [names, names.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
