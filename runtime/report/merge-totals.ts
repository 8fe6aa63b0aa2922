import { mergeTimelines } from "./timeline.ts";
import type { DeclinedFunction, TargetTotals, Totals } from "./tally.ts";

/** The totals of several threads of one process as one. What they saved is added up, as they run side by side. */
export function mergeTotals([first, ...others]: readonly [Totals, ...Totals[]]): Totals {
  return others.reduce(mergeTwo, first);
}

function mergeTwo(a: Totals, b: Totals): Totals {
  const targets = new Map<string, TargetTotals>();
  for (const target of [...a.targets, ...b.targets]) {
    const key = `${target.line} ${target.id}`;
    const known = targets.get(key);
    targets.set(key, known === undefined ? target : mergeTarget(known, target));
  }
  const declined = new Map<string, DeclinedFunction>();
  for (const one of [...a.declined, ...b.declined]) declined.set(`${one.reason} ${one.id}`, one);
  const timeline = mergeTimelines(a.timeline, b.timeline);
  return { ...sums(a, b), timeline, targets: [...targets.values()], declined: [...declined.values()] };
}

function mergeTarget(a: TargetTotals, b: TargetTotals): TargetTotals {
  const isKnown = new Set(a.notes.map(({ code }) => code));
  const labels = new Set(a.changes.map(({ label }) => label));
  return {
    ...a,
    ...sums(a, b),
    spentMs: a.spentMs + b.spentMs,
    ranMs: a.ranMs + b.ranMs,
    codeDigest: b.codeDigest ?? a.codeDigest,
    missReasons: addUp(a.missReasons, b.missReasons),
    bypassReasons: addUp(a.bypassReasons, b.bypassReasons),
    notes: [...a.notes, ...b.notes.filter(({ code }) => !isKnown.has(code))],
    changes: [...a.changes, ...b.changes.filter(({ label }) => !labels.has(label))],
  };
}

type Figures = Pick<Totals, "hits" | "accepted" | "misses" | "bypassed" | "verified" | "different" | "savedMs">;

function sums(a: Figures, b: Figures): Figures {
  return {
    hits: a.hits + b.hits,
    accepted: a.accepted + b.accepted,
    misses: a.misses + b.misses,
    bypassed: a.bypassed + b.bypassed,
    verified: a.verified + b.verified,
    different: a.different + b.different,
    savedMs: a.savedMs + b.savedMs,
  };
}

function addUp<Key extends string>(
  a: Readonly<Partial<Record<Key, number>>>,
  b: Readonly<Partial<Record<Key, number>>>,
): Partial<Record<Key, number>> {
  const sum: Partial<Record<Key, number>> = { ...a };
  for (const key of Object.keys(b) as Key[]) sum[key] = (sum[key] ?? 0) + (b[key] ?? 0);
  return sum;
}
