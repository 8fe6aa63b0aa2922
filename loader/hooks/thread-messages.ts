import type { MessagePort } from "node:worker_threads";

/** What the hooks thread gets when it starts. */
export interface HooksThreadData {
  readonly port: MessagePort;
  readonly sessionUrl: string;
  readonly settings: unknown;
  /** tsx was registered before us. */
  readonly isTsxActive: boolean;
  /** A counter of what the program's thread has done of what was asked of it: `rewritten` and `tsx`. */
  readonly done: Int32Array;
}

/** What it tells the program's thread, in order. */
export type FromHooksThread =
  | { readonly type: "record"; readonly record: unknown }
  /** A module was rewritten for the first time. To be answered before it runs, while the program's thread listens. */
  | { readonly type: "rewritten" }
  /** TypeScript is about to be loaded. To be answered likewise. */
  | { readonly type: "tsx" };
