import type { Resolution } from "../hooks/listener.ts";
import type { Found } from "./load-plan.ts";

/** What the listener tells the program's thread, in order. Structured-clonable: on Node 20 it comes from another thread. */
export type SessionRecord =
  | { readonly type: "resolved"; readonly resolution: Resolution }
  | {
      readonly type: "loaded";
      readonly url: string;
      readonly textHash: string;
      /** What was found in it; undefined where it was not looked into. */
      readonly found: Found | undefined;
    }
  /** A tag was found for the first time. */
  | { readonly type: "tagged" };
