import type { MessagePort } from "node:worker_threads";

/** What the hooks thread gets when it starts. */
export interface HooksThreadData {
  readonly port: MessagePort;
  readonly sessionUrl: string;
  readonly settings: unknown;
  /** tsx was registered before us. */
  readonly isTsxActive: boolean;
}

/** What it tells the program's thread, in order. */
export type FromHooksThread =
  | { readonly type: "record"; readonly record: unknown }
  /** A module was rewritten for the first time. */
  | { readonly type: "rewritten" }
  /** TypeScript is about to be loaded. */
  | { readonly type: "tsx" };
