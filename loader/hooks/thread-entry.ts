import { createAsyncHooks } from "./async-hooks.ts";
import type { LoadListener } from "./listener.ts";
import type { AsyncHooks } from "./node-module.ts";
import { OfferedTexts } from "./offered-texts.ts";
import { HookSteps } from "./steps.ts";
import type { FromHooksThread, HooksThreadData } from "./thread-messages.ts";
import { observe, startObserving } from "./thread-observed.ts";

/** What Node's hooks thread runs. A session module makes the listener. */
export interface SessionModule {
  readonly createSession: (settings: unknown, sink: (record: unknown) => void) => LoadListener;
}

let hooks: AsyncHooks | undefined;

export async function initialize({ port, sessionUrl, settings, isTsxActive }: HooksThreadData): Promise<void> {
  const tell = (message: FromHooksThread): void => port.postMessage(message);
  const { createSession } = (await import(sessionUrl)) as SessionModule;
  const listener = createSession(settings, (record) => tell({ type: "record", record }));
  const texts = new OfferedTexts(
    listener,
    once(() => tell({ type: "rewritten" })),
  );
  const steps = new HookSteps(listener, texts, isTsxActive);
  startObserving(steps);
  hooks = createAsyncHooks(
    steps,
    once(() => tell({ type: "tsx" })),
  );
}

export const resolve: AsyncHooks["resolve"] = async (specifier, context, next) => {
  const resolved = await (hooks === undefined ? next(specifier, context) : hooks.resolve(specifier, context, next));
  observe(0, specifier, context, resolved);
  return resolved;
};

export const load: AsyncHooks["load"] = (url, context, next) =>
  hooks === undefined ? next(url, context) : hooks.load(url, context, next);

function once(tell: () => void): () => void {
  let told = false;
  return () => {
    if (!told) tell();
    told = true;
  };
}
