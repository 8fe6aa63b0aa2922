import type { MessagePort } from "node:worker_threads";

/** Where the module is whose `createSession` makes a listener: one of ours, as `requireOwn` takes it, or anyone's. */
export type SessionModuleAt = { readonly own: string } | { readonly url: string };

/** What the hooks thread gets when it starts. */
export interface HooksThreadData {
  readonly port: MessagePort;
  readonly session: SessionModuleAt;
  readonly settings: unknown;
  /** tsx was registered before us. */
  readonly isTsxActive: boolean;
  /** A counter of what the program's thread has done of what was asked of it: `rewritten` and `tsx`. */
  readonly done: Int32Array;
}

/** What it tells the program's thread, in order. */
export type FromHooksThread =
  | { readonly type: "record"; readonly record: unknown }
  /** A module was rewritten such that places in it are others, for the first time. To be answered before it runs, while the program's thread listens. */
  | { readonly type: "rewritten" }
  /** TypeScript is about to be loaded. To be answered likewise. */
  | { readonly type: "tsx" };
