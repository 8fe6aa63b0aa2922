import { CAN_REQUIRE_IN_HOOKS_THREAD } from "../../runtime/node-facts.ts";
import { provideOwn, requireOwn } from "../../runtime/own/files.ts";
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

/** What this thread requires when it comes to it. */
const NEEDED = [
  "loader/session/late-session.js",
  "loader/session.js",
  "loader/analysis/analyze.js",
  "loader/rewrite/rewrite.js",
];

/** Milliseconds to wait for the program's thread. It may be waiting for us itself, in a `require` or `import.meta.resolve`. */
const PATIENCE = 50;

export async function initialize({ port, session, settings, isTsxActive, done }: HooksThreadData): Promise<void> {
  const tell = (message: FromHooksThread): void => port.postMessage(message);
  const ask = (message: FromHooksThread): void => {
    const before = Atomics.load(done, 0);
    tell(message);
    Atomics.wait(done, 0, before, PATIENCE);
  };
  if (!CAN_REQUIRE_IN_HOOKS_THREAD) await provideOwn(NEEDED);
  const module = "own" in session ? requireOwn(session.own) : await import(session.url);
  const { createSession } = module as SessionModule;
  const listener = createSession(settings, (record) => tell({ type: "record", record }));
  const texts = new OfferedTexts(
    listener,
    once(() => ask({ type: "rewritten" })),
  );
  const steps = new HookSteps(listener, texts, isTsxActive);
  startObserving(steps);
  hooks = createAsyncHooks(
    steps,
    once(() => ask({ type: "tsx" })),
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
