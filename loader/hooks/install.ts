import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { HAS_SYNC_HOOKS } from "../../runtime/node-facts.ts";
import { patchCompile, patchLoad, patchRequire, patchResolveFilename } from "./commonjs.ts";
import type { LoadListener } from "./listener.ts";
import { NodeModule } from "./node-module.ts";
import { OfferedTexts } from "./offered-texts.ts";
import { HookSteps } from "./steps.ts";
import { createSyncHooks } from "./sync-hooks.ts";
import type { FromHooksThread, HooksThreadData } from "./thread-messages.ts";
import { activateTsxCommonJs } from "./tsx.ts";

export interface HookOptions {
  /** Sees every module that this thread's own hooks see. */
  readonly listener: LoadListener;
  /** The module whose `createSession` makes the listener of Node's hooks thread, where that is needed. Default: `loader/session`. */
  readonly sessionUrl?: string;
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

/** Has `listener` see what this thread loads from now on. To be called once in each thread. */
export function installHooks(options: HookOptions): InstalledHooks {
  const texts = new OfferedTexts(options.listener, enableSourceMaps);
  patchCompile(texts);
  patchLoad(texts);
  patchResolveFilename();
  if (HAS_SYNC_HOOKS && NodeModule.registerHooks !== undefined) {
    NodeModule.registerHooks(createSyncHooks(new HookSteps(options.listener, texts)));
    return { offThread: false, drain() {} };
  }
  patchRequire(options.listener);
  return registerOffThread(options);
}

/** Only once something was rewritten: it changes how every stack is made. */
function enableSourceMaps(): void {
  process.setSourceMapsEnabled(true);
}

function registerOffThread(options: HookOptions): InstalledHooks {
  const { port1: port, port2 } = new MessageChannel();
  const sessionUrl = options.sessionUrl ?? new URL("../session.js", import.meta.url).href;
  const data: HooksThreadData = { port: port2, sessionUrl, settings: options.settings };
  NodeModule.register(new URL("./thread-entry.js", import.meta.url), { data, transferList: [port2] });
  const accept = (message: FromHooksThread): void => acceptMessage(message, options);
  port.on("message", accept);
  port.unref();
  return { offThread: true, drain: () => drain(port, accept) };
}

function drain(port: Parameters<typeof receiveMessageOnPort>[0], accept: (message: FromHooksThread) => void): void {
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port))
    accept(next.message as FromHooksThread);
}

function acceptMessage(message: FromHooksThread, options: HookOptions): void {
  if (message.type === "record") options.receive?.(message.record);
  if (message.type === "rewritten") enableSourceMaps();
  if (message.type === "tsx") activateTsxCommonJs();
}
