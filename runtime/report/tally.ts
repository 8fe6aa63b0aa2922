import type { TargetFacts } from "../call/link.ts";
import { isFromFormer } from "../call/look-up.ts";
import type { CallOutcome, MissCause } from "../call/outcome.ts";
import type { ReasonCode, ReasonNote } from "../reasons.ts";
import type { PartChange } from "./part-changes.ts";
import { SavedTime, totalSaved } from "./saved-time.ts";
import { WaitedTime } from "./waited-time.ts";
import { type Bucket, type Timeline, TimelineDraft } from "./timeline.ts";

/** What became of the calls of one target. */
export interface TargetTotals {
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly line: number;
  /** The last one that a call was made under; undefined where no call came that far. */
  readonly codeDigest: string | undefined;
  readonly hits: number;
  /** Hits that former code had stored, whose edit was accepted. */
  readonly accepted: number;
  readonly misses: number;
  readonly bypassed: number;
  /** Calls that ran though a store had an answer, and those of them that gave another result. */
  readonly verified: number;
  readonly different: number;
  /** Milliseconds in which the answered calls ran, less what the hits took; calls that ran at one time count once. Below zero where hits took longer than the calls would have. */
  readonly savedMs: number;
  /** Milliseconds: what answers took, and what keying, looking and storing took besides the runs. */
  readonly spentMs: number;
  /** Milliseconds that these calls took or would have taken without the cache. */
  readonly ranMs: number;
  readonly missReasons: Readonly<Partial<Record<MissCause, number>>>;
  readonly bypassReasons: Readonly<Partial<Record<ReasonCode, number>>>;
  /** The first note of each bypass reason, with its detail and place. */
  readonly notes: readonly ReasonNote[];
  /** The parts whose change was the cause of a miss. */
  readonly changes: readonly PartChange[];
}

export interface DeclinedFunction {
  readonly id: string;
  readonly reason: ReasonCode;
}

/** Everything that a report says, as data. */
export interface Totals {
  readonly hits: number;
  /** Hits that former code had stored, whose edit was accepted. */
  readonly accepted: number;
  readonly misses: number;
  readonly bypassed: number;
  readonly verified: number;
  readonly different: number;
  /** Milliseconds. Less than those of the targets together where calls ran at one time, or inside others. */
  readonly savedMs: number;
  readonly timeline: Timeline;
  /** In the order in which they became known. */
  readonly targets: readonly TargetTotals[];
  readonly declined: readonly DeclinedFunction[];
}

/** Counts outcomes while a program runs. */
export interface Tally {
  /** A target is known before its first call. */
  know(target: TargetFacts): void;
  decline(id: string, reason: ReasonCode): void;
  record(outcome: CallOutcome): void;
  totals(): Totals;
}

/** Changes that are kept for each target; an edit that changes more is named by the first of them. */
const MAX_CHANGED = 20;

/** `clock`: milliseconds since the epoch. `waitClock`: milliseconds, to fractions. */
export function createTally(
  clock: () => number = Date.now,
  startedAt = clock(),
  waitClock: () => number = clock,
): Tally {
  const timeline = new TimelineDraft(startedAt);
  const waited = new WaitedTime();
  const targets = new Map<string, Counts>();
  const byFacts = new WeakMap<TargetFacts, Counts>();
  const declined = new Map<string, DeclinedFunction>();
  const countsOf = (target: TargetFacts): Counts => {
    let counts = byFacts.get(target);
    if (counts !== undefined) return counts;
    // Ids are for people: two functions of one name in a file share an id, but not a line.
    const key = `${target.line} ${target.id}`;
    counts = targets.get(key);
    if (counts === undefined) targets.set(key, (counts = emptyCounts(target)));
    byFacts.set(target, counts);
    return counts;
  };
  return {
    know: (target) => void countsOf(target),
    decline: (id, reason) => void declined.set(`${reason} ${id}`, { id, reason }),
    record(outcome) {
      const counts = countsOf(outcome.target);
      add(counts, outcome);
      if (outcome.kind === "hit") addSaved(counts, outcome, waited, waitClock);
      if (outcome.kind === "hit") timeline.addHit(clock(), outcome.ran?.durationMs ?? 0);
      else timeline.add(clock(), inTimeline(outcome));
    },
    totals: () => {
      const frozen = [...targets.values()].map(freeze);
      const [only] = frozen;
      const savedMs =
        frozen.length === 1 && only !== undefined
          ? only.savedMs
          : totalSaved(
              [...targets.values()].map(({ saved }) => saved),
              waited,
            );
      return sum(frozen, [...declined.values()], { savedMs, timeline: timeline.read() });
    },
  };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
type Counts = Writable<Omit<TargetTotals, "missReasons" | "bypassReasons" | "notes" | "changes" | "savedMs">> & {
  readonly missReasons: Partial<Record<MissCause, number>>;
  readonly bypassReasons: Partial<Record<ReasonCode, number>>;
  readonly notes: ReasonNote[];
  readonly changes: Map<string, PartChange>;
  readonly saved: SavedTime;
};

function emptyCounts({ id, file, name, line }: TargetFacts): Counts {
  const zero = {
    codeDigest: undefined,
    hits: 0,
    accepted: 0,
    misses: 0,
    bypassed: 0,
    verified: 0,
    different: 0,
    spentMs: 0,
    ranMs: 0,
    saved: new SavedTime(),
  };
  return { id, file, name, line, ...zero, missReasons: {}, bypassReasons: {}, notes: [], changes: new Map() };
}

function add(counts: Counts, outcome: CallOutcome): void {
  if (outcome.kind === "hit") {
    counts.hits += 1;
    if (isFromFormer(outcome.from)) counts.accepted += 1;
    counts.codeDigest = outcome.codeDigest;
  } else if (outcome.kind === "miss") {
    counts.misses += 1;
    counts.spentMs += outcome.spentMs ?? 0;
    counts.ranMs += outcome.durationMs;
    counts.codeDigest = outcome.codeDigest;
    counts.missReasons[outcome.cause] = (counts.missReasons[outcome.cause] ?? 0) + 1;
    for (const change of outcome.changes)
      if (counts.changes.size < MAX_CHANGED) counts.changes.set(change.label, change);
  } else if (outcome.kind === "verify") {
    counts.verified += 1;
    if (outcome.difference !== undefined) counts.different += 1;
    counts.codeDigest = outcome.codeDigest;
  } else {
    const { code } = outcome.note;
    counts.bypassed += 1;
    if (counts.bypassReasons[code] === undefined) counts.notes.push(outcome.note);
    counts.bypassReasons[code] = (counts.bypassReasons[code] ?? 0) + 1;
  }
}

/** Answers that are awaited may be on their way at one time; others come one after another. */
function addSaved(
  counts: Counts,
  { target, ran, savedMs }: Extract<CallOutcome, { kind: "hit" }>,
  waited: WaitedTime,
  waitClock: () => number,
): void {
  if (ran === undefined) return;
  const tookMs = ran.durationMs - savedMs;
  const endedAt = target.isAsync ? waitClock() : undefined;
  counts.saved.add(ran, tookMs, endedAt);
  if (endedAt !== undefined) waited.add(endedAt - tookMs, endedAt);
  counts.spentMs += tookMs;
  counts.ranMs += ran.durationMs;
}

function inTimeline(outcome: Exclude<CallOutcome, { kind: "hit" }>): Partial<Bucket> {
  if (outcome.kind === "bypass") return { bypassed: 1 };
  return { misses: 1, ranMs: outcome.durationMs };
}

function freeze(counts: Counts): TargetTotals {
  const { missReasons, bypassReasons, notes, changes, saved, ...rest } = counts;
  return {
    ...rest,
    savedMs: saved.total(),
    missReasons: { ...missReasons },
    bypassReasons: { ...bypassReasons },
    notes: [...notes],
    changes: [...changes.values()],
  };
}

function sum(
  targets: readonly TargetTotals[],
  declined: readonly DeclinedFunction[],
  times: Pick<Totals, "savedMs" | "timeline">,
): Totals {
  const total = (key: "hits" | "accepted" | "misses" | "bypassed" | "verified" | "different"): number =>
    targets.reduce((all, target) => all + target[key], 0);
  return {
    hits: total("hits"),
    accepted: total("accepted"),
    misses: total("misses"),
    bypassed: total("bypassed"),
    verified: total("verified"),
    different: total("different"),
    ...times,
    targets,
    declined,
  };
}
