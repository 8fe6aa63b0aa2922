import { HAS_SYNC_HOOKS } from "../../runtime/node-facts.ts";
import { patchCompile, patchLoad, patchRequire, patchResolveFilename } from "./commonjs.ts";
import type { LoadListener } from "./listener.ts";
import { NodeModule } from "./node-module.ts";
import { OfferedTexts } from "./offered-texts.ts";
import { registerOffThread } from "./off-thread.ts";
import { followSourceMaps } from "./source-maps.ts";
import { HookSteps } from "./steps.ts";
import { registerSyncHooks } from "./sync-hooks.ts";
import type { FromHooksThread, SessionModuleAt } from "./thread-messages.ts";
import { activateTsxCommonJs, isTsxCommonJsActive } from "./tsx.ts";

export interface HookOptions {
  /** Sees every module that this thread's own hooks see. */
  readonly listener: LoadListener;
  /** Makes the listener of Node's hooks thread, where that is needed. Default: our own session. */
  readonly session?: SessionModuleAt;
  /** Given to `createSession` as it is. Structured-clonable. */
  readonly settings?: unknown;
  /** Gets what the listener of the hooks thread tells. */
  readonly receive?: (record: unknown) => void;
}

export interface InstalledHooks {
  /** Whether ES modules are seen in Node's hooks thread, by another listener. */
  readonly offThread: boolean;
  /** Has `receive` get all that the hooks thread has told so far: of every module that has begun to run here, at least. */
  drain(): void;
}

const OWN_SESSION: SessionModuleAt = { own: "loader/session.js" };

/** Has `listener` see what this thread loads from now on. To be called once in each thread. */
export function installHooks({ listener, session = OWN_SESSION, settings, receive }: HookOptions): InstalledHooks {
  const texts = new OfferedTexts(listener, followSourceMaps);
  patchCompile(texts);
  patchLoad(texts);
  patchResolveFilename();
  if (HAS_SYNC_HOOKS && NodeModule.registerHooks !== undefined) {
    registerSyncHooks(new HookSteps(listener, texts, isTsxCommonJsActive()), NodeModule.registerHooks);
    return { offThread: false, drain() {} };
  }
  patchRequire(listener);
  return { offThread: true, drain: registerOffThread(session, settings, (message) => accept(message, receive)) };
}

function accept(message: FromHooksThread, receive: HookOptions["receive"]): void {
  if (message.type === "record") receive?.(message.record);
  if (message.type === "rewritten") followSourceMaps();
  if (message.type === "tsx") activateTsxCommonJs();
}
