import { appendFileSync } from "node:fs";
import { isMainThread, threadId } from "node:worker_threads";
import type { LoadListener } from "../../../loader/hooks/listener.ts";

/** One thing that a listener was told. `thread` is where the listener ran. */
export type Seen = { readonly thread: string } & (
  | { readonly type: "loaded"; readonly url: string; readonly text: string; readonly kind: string }
  | {
      readonly type: "resolved";
      readonly parentUrl: string;
      readonly specifier: string;
      readonly kind: string;
      readonly url: string;
    }
  | { readonly type: "received"; readonly record: unknown }
);

/** Appends all that it is told to the log file, and replaces the word "plain" in string literals by "rewritten". */
export function createSession(settings: unknown, sink: (record: unknown) => void): LoadListener {
  const log = logTo(String(settings));
  return {
    resolved(resolution) {
      log({ type: "resolved", ...resolution });
    },
    loaded(module) {
      log({ type: "loaded", ...module });
      sink({ loaded: module.url });
      return module.text.includes('"plain"') ? module.text.replaceAll('"plain"', '"rewritten"') : undefined;
    },
  };
}

export function logTo(file: string): (seen: object) => void {
  const thread = isMainThread ? "main" : `thread ${threadId}`;
  return (seen) => appendFileSync(file, `${JSON.stringify({ thread, ...seen })}\n`);
}
