import type { MissCause } from "../call/outcome.ts";
import type { ReasonCode } from "../reasons.ts";
import { isLoss } from "./losses.ts";
import type { DeclinedFunction, Totals } from "./tally.ts";

/** What `ASTROCACHE_REPORT=path.json` writes. Times are whole milliseconds. */
export interface ReportJson {
  readonly version: 1;
  readonly hits: number;
  readonly misses: number;
  readonly bypassed: number;
  /** In the mode `verify`: calls that ran though a store had an answer, and those that gave another result. */
  readonly verified?: number;
  readonly different?: number;
  /** The time in which the answered calls ran, less what the answers took. Calls that ran at one time, or inside others, count once. */
  readonly savedMs: number;
  readonly targets: readonly ReportTarget[];
  readonly declined: readonly DeclinedFunction[];
}

export interface ReportTarget {
  /** `my-app:src/a.ts#price` */
  readonly id: string;
  readonly file: string;
  readonly name: string;
  readonly line: number;
  /** Null where no call came as far as having one. */
  readonly codeDigest: string | null;
  readonly hits: number;
  readonly misses: number;
  readonly bypassed: number;
  readonly verified?: number;
  readonly different?: number;
  readonly savedMs: number;
  /** Of a function that costs more to cache than to run: what answers took, and what keying, looking and storing took besides the runs. */
  readonly spentMs?: number;
  /** What these calls took, or would have taken without the cache. */
  readonly ranMs?: number;
  readonly missReasons: Readonly<Partial<Record<MissCause, number>>>;
  readonly bypassReasons: Readonly<Partial<Record<ReasonCode, number>>>;
}

export function reportJson(totals: Totals): ReportJson {
  const { hits, misses, bypassed, savedMs, targets, declined } = totals;
  return {
    version: 1,
    hits,
    misses,
    bypassed,
    ...verification(totals),
    savedMs: Math.round(savedMs),
    targets: targets.map((target) => ({
      id: target.id,
      file: target.file,
      name: target.name,
      line: target.line,
      codeDigest: target.codeDigest ?? null,
      hits: target.hits,
      misses: target.misses,
      bypassed: target.bypassed,
      ...verification(target),
      savedMs: Math.round(target.savedMs),
      ...(isLoss(target) ? { spentMs: Math.round(target.spentMs), ranMs: Math.round(target.ranMs) } : {}),
      missReasons: target.missReasons,
      bypassReasons: target.bypassReasons,
    })),
    declined: declined.map(({ id, reason }) => ({ id, reason })),
  };
}

function verification({
  verified,
  different,
}: Pick<Totals, "verified" | "different">): Pick<ReportJson, "verified" | "different"> {
  return verified === 0 ? {} : { verified, different };
}
