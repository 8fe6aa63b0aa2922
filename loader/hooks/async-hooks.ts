import type { AsyncHooks, Format, LoadContext, Loaded, NextLoad } from "./node-module.ts";
import type { HookSteps } from "./steps.ts";
import { AS_IMPORT, importTsxAsyncHooks } from "./tsx.ts";

/**
 * The hooks for `Module.register`: in Node's hooks thread, for ES modules. Those of CommonJS that they see are left to the program's
 * thread: a source for plain CommonJS from here would take it out of `require.cache`.
 */
export function createAsyncHooks(steps: HookSteps, onTsx: () => void): AsyncHooks {
  let tsx: AsyncHooks | undefined;
  let coming: Promise<AsyncHooks> | undefined;

  const resolveInside: AsyncHooks["resolve"] = async (specifier, context, next) => {
    const resolved = await next(specifier, context);
    steps.resolvedInside(resolved);
    return resolved;
  };

  const resolveAny: AsyncHooks["resolve"] = async (specifier, context, next) => {
    if (tsx !== undefined) return tsx.resolve(specifier, context, (s, c) => resolveInside(s, c, next));
    try {
      return await resolveInside(specifier, context, next);
    } catch (error) {
      const typeScript = steps.typeScriptFor(specifier, context, error);
      if (typeScript === undefined) throw error;
      return resolveInside(typeScript, context, next);
    }
  };

  const loadInside = async (url: string, context: LoadContext, next: NextLoad<Promise<Loaded>>): Promise<Loaded> => {
    if (steps.isLeftToCommonJs(url, context) || context.format === "commonjs") return next(url, context);
    const loaded = steps.loadedInstead(url, context) ?? (await next(url, context));
    return loaded.format === "commonjs" ? loaded : steps.rewritten(url, context, loaded);
  };

  const activateTsx = async (url: string, context: LoadContext): Promise<Format> => {
    onTsx();
    tsx = await (coming ??= importTsxAsyncHooks());
    const resolved = await tsx.resolve(url, AS_IMPORT, async () => ({ url, format: context.format }));
    return resolved.format;
  };

  return {
    async resolve(specifier, context, next) {
      const resolved = await resolveAny(specifier, context, next);
      steps.tellResolved(specifier, context, resolved);
      return resolved;
    },
    async load(url, context, next) {
      const format =
        tsx === undefined && steps.needsTsx(url, context) ? await activateTsx(url, context) : context.format;
      const inside: NextLoad<Promise<Loaded>> = (u, c) => loadInside(u, c, next);
      if (tsx === undefined) return inside(url, context);
      // tsx drops the `shortCircuit` of what it got from us.
      return { ...(await tsx.load(url, { ...context, format }, inside)), shortCircuit: true };
    },
  };
}
