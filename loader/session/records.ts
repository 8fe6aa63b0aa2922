import type { TargetOptions } from "../../runtime/config/target-options.ts";
import type { ReasonNote } from "../../runtime/reasons.ts";
import type { Resolution } from "../hooks/listener.ts";
import type { UnmatchedPattern } from "../select/unmatched.ts";

/** What the listener tells the program's thread, in order. Structured-clonable: on Node 20 it comes from another thread. */
export type SessionRecord =
  | { readonly type: "resolved"; readonly resolution: Resolution }
  | {
      readonly type: "loaded";
      readonly url: string;
      readonly textHash: string;
      /** Whether it changes what other modules declare; undefined where the text was not looked into. */
      readonly reachesOut: boolean | undefined;
      readonly targets: readonly {
        readonly index: number;
        readonly options: TargetOptions;
        readonly named: boolean;
      }[];
      readonly declined: readonly { readonly name: string; readonly note: ReasonNote }[];
      readonly unmatched: readonly UnmatchedPattern[];
    }
  /** A tag was found for the first time. */
  | { readonly type: "tagged" };
