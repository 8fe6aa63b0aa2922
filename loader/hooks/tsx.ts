import { createRequire } from "node:module";
import { NodeModule, type AsyncHooks, type ResolveContext, type SyncHooks } from "./node-module.ts";

/**
 * tsx, which runs TypeScript, loaded when the first of it is there to be run. Its hooks for ES modules are called by ours instead of
 * being registered, so that ours always see what the author wrote and tsx what ours made of it, in whatever order others registered.
 */
const require = createRequire(import.meta.url);

/** tsx counts the registrations of its CommonJS loader in this thread, its own way to share that state between its copies. */
const COMMONJS_LOADERS = Symbol.for("tsx:global-cjs-loader-count");

/** How to ask tsx for the format of a module whose resolution is over. Node 20 gives no conditions when it loads. */
export const AS_IMPORT: ResolveContext = { conditions: ["node", "import"], importAttributes: {} };

export function isTsxCommonJsActive(): boolean {
  const count: unknown = Reflect.get(globalThis, COMMONJS_LOADERS);
  return typeof count === "number" && count > 0;
}

/** Whether Node's flags name tsx: `tsx`, `tsx/esm`, or a path into it. */
export function isTsxPreloaded(): boolean {
  const flags = [...process.execArgv, ...(process.env["NODE_OPTIONS"] ?? "").split(/\s+/)];
  return flags.some((flag) => /(?:^|[=/\\])tsx(?:$|[/\\])/.test(flag));
}

/** Makes `require` run TypeScript in this thread, unless tsx does so already. */
export function activateTsxCommonJs(): void {
  if (isTsxCommonJsActive()) return;
  const api = require("tsx/cjs/api") as { register(): unknown };
  api.register();
  if ((process.env["NODE_OPTIONS"] ?? "") !== "") startEsbuild();
}

/**
 * Has esbuild start the worker of its sync transformations now. That inherits `NODE_OPTIONS` and would run what is preloaded once more,
 * and what fails there leaves the program waiting for it for ever.
 */
function startEsbuild(): void {
  const esbuild = createRequire(require.resolve("tsx/cjs/api"))("esbuild") as { transformSync(text: string): unknown };
  withoutFlags(() => esbuild.transformSync(""));
}

/** The hooks that tsx registers where it uses `Module.registerHooks`; undefined where it used something else. */
export function takeTsxSyncHooks(): SyncHooks | undefined {
  const api = withoutFlags(() => require("tsx/esm/api") as { register(): unknown });
  const { registerHooks } = NodeModule;
  let taken: Partial<SyncHooks> | undefined;
  NodeModule.registerHooks = (hooks) => {
    taken = hooks;
    return { deregister() {} };
  };
  try {
    api.register();
  } finally {
    if (registerHooks !== undefined) NodeModule.registerHooks = registerHooks;
  }
  return taken?.resolve === undefined || taken.load === undefined
    ? undefined
    : { resolve: taken.resolve, load: taken.load };
}

/**
 * Hides Node's flags. tsx looks for preloaded TypeScript in them while it is evaluated, and then uses `Module.register`. Its reason,
 * the order of preloads, does not hold for hooks that we call.
 */
function withoutFlags<T>(evaluate: () => T): T {
  const { execArgv, env } = process;
  const options = env["NODE_OPTIONS"];
  process.execArgv = [];
  delete env["NODE_OPTIONS"];
  try {
    return evaluate();
  } finally {
    process.execArgv = execArgv;
    if (options !== undefined) env["NODE_OPTIONS"] = options;
  }
}

/** tsx's hooks as Node's hooks thread would load them, initialized. */
export async function importTsxAsyncHooks(): Promise<AsyncHooks> {
  // A string of its own: tsx has no types for this entry.
  const entry: string = "tsx/esm";
  const hooks = (await import(entry)) as AsyncHooks & { initialize(data: object): Promise<void> };
  await hooks.initialize({});
  return hooks;
}
