/** What `ASTROCACHE_REPORT=path.json` writes, as far as tests read it. */
export interface ReportFile {
  readonly version: number;
  readonly hits: number;
  readonly misses: number;
  readonly bypassed: number;
  readonly verified?: number;
  readonly different?: number;
  readonly savedMs: number;
  readonly targets: readonly ReportTarget[];
  readonly declined: readonly { readonly id: string; readonly reason: string }[];
}

interface ReportTarget {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly hits: number;
  readonly misses: number;
  readonly bypassed: number;
  readonly verified?: number;
  readonly different?: number;
  readonly missReasons: Readonly<Record<string, number>>;
  readonly bypassReasons: Readonly<Record<string, number>>;
}

/** The outcomes of a run as a case states them: `{"app.ts#price": "1 hit, 2 new"}`. Targets without a call are left out. */
export function callsOf(report: ReportFile): Record<string, string> {
  const called = report.targets.map((target) => [`${target.file}#${target.name}`, outcomes(target)] as const);
  const declined = report.declined.map(
    ({ id, reason }) => [id.slice(id.indexOf(":") + 1), `declined ${reason}`] as const,
  );
  return Object.fromEntries([...called, ...declined].filter(([, text]) => text !== ""));
}

/** Where the figures of a report contradict each other. */
export function contradictions(report: ReportFile): string[] {
  const of = (key: "hits" | "misses" | "bypassed"): number =>
    report.targets.reduce((sum, target) => sum + target[key], 0);
  const totals = (["hits", "misses", "bypassed"] as const).filter((key) => of(key) !== report[key]);
  const targets = report.targets.filter((t) => sum(t.missReasons) !== t.misses || sum(t.bypassReasons) !== t.bypassed);
  return [...totals, ...targets.map((target) => target.id)];
}

function outcomes({ hits, verified = 0, different = 0, missReasons, bypassReasons }: ReportTarget): string {
  const misses = sorted(missReasons).map(([cause, count]) => `${count} ${cause}`);
  const bypasses = sorted(bypassReasons).map(([reason, count]) => `${count} bypass ${reason}`);
  const runs = [
    ...(verified > 0 ? [`${verified} verified`] : []),
    ...(different > 0 ? [`${different} different`] : []),
  ];
  return [...(hits > 0 ? [`${hits} hit`] : []), ...runs, ...misses, ...bypasses].join(", ");
}

function sorted(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
