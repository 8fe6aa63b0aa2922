import type { TargetEntry } from "../../runtime/config/config.ts";
import type { PartialOptions } from "../../runtime/config/target-options.ts";
import type { Mode } from "../../runtime/config/settings.ts";

/** What a listener needs to know, in whichever thread it runs. Structured-clonable. */
export interface SessionSettings {
  readonly root: string;
  readonly mode: Mode;
  readonly targets: readonly TargetEntry[];
  readonly defaults: PartialOptions;
  /** Folder for facts and rewritten texts of this project. */
  readonly factsFolder: string;
  /** Tags were found in an earlier run: every module is looked into from the start. */
  readonly isTagged: boolean;
}
