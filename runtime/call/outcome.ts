import type { ReasonNote } from "../reasons.ts";
import type { PartChange } from "../report/part-changes.ts";
import type { StoredRun } from "../report/saved-time.ts";
import type { ValueDifference } from "./first-difference.ts";
import type { TargetFacts } from "./link.ts";

/** Why a call was not answered from a store. Report JSON uses these words. */
export type MissCause =
  /** These inputs were never seen under this code, nor under an earlier one that is remembered. */
  | "new"
  /** The same inputs were answered by an earlier version of the code. */
  | "code-changed"
  /** The entry's time to live is over. */
  | "expired"
  /** The mode or the program asked to run it again. */
  | "refresh"
  /** The call was stored before, but its entry is gone or damaged. */
  | "lost";

/** What became of one call. Exactly one for each call of a target. */
export type CallOutcome =
  | {
      readonly kind: "hit";
      readonly target: TargetFacts;
      readonly codeDigest: string;
      readonly key: string;
      /** Label of the store that answered; `flight` for a call that waited for another one with the same key. */
      readonly from: string;
      /** What the stored call took, less what this hit took; milliseconds. */
      readonly savedMs: number;
      /** When the stored call ran. Undefined for `flight`: who waits for a run saves none of its time. */
      readonly ran: StoredRun | undefined;
    }
  /** In the mode `verify`: a store had an answer, and the call ran all the same. */
  | {
      readonly kind: "verify";
      readonly target: TargetFacts;
      readonly codeDigest: string;
      readonly key: string;
      readonly from: string;
      /** Between the answer and what the run gave. Undefined: none. */
      readonly difference: ValueDifference | undefined;
      readonly durationMs: number;
    }
  | {
      readonly kind: "miss";
      readonly target: TargetFacts;
      readonly codeDigest: string;
      readonly key: string;
      readonly cause: MissCause;
      /** The parts whose digests differ from the last version under which these inputs were answered. */
      readonly changes: readonly PartChange[];
      readonly durationMs: number;
      /** What keying, looking and storing took besides; milliseconds. */
      readonly spentMs?: number;
      /** False where the call threw. */
      readonly stored: boolean;
    }
  | {
      readonly kind: "bypass";
      readonly target: TargetFacts;
      readonly note: ReasonNote;
    };
