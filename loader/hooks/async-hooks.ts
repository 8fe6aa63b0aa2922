import type { AsyncHooks, Format, LoadContext, Loaded, NextLoad } from "./node-module.ts";
import type { HookSteps } from "./steps.ts";
import { isLeftToProgramThread, withSharedRequire } from "./thread-commonjs.ts";
import { AS_IMPORT, importTsxAsyncHooks } from "./tsx.ts";

/**
 * The hooks for `Module.register`: in Node's hooks thread, for ES modules. CommonJS is left to the program's thread: a source for
 * plain CommonJS from here would take it out of `require.cache`.
 */
export function createAsyncHooks(steps: HookSteps, onTsx: () => void): AsyncHooks {
  let tsx: AsyncHooks | undefined;
  let coming: Promise<AsyncHooks> | undefined;

  const resolveInside: AsyncHooks["resolve"] = async (specifier, context, next) => {
    const resolved = await next(specifier, context);
    steps.resolvedInside(resolved);
    return resolved;
  };

  const loadInside = async (url: string, context: LoadContext, next: NextLoad<Promise<Loaded>>): Promise<Loaded> => {
    if (steps.isLeft(url, context) || isLeftToProgramThread(url, context.format, tsx !== undefined))
      return next(url, context);
    const loaded = steps.loadedInstead(url, context) ?? (await next(url, context));
    return isLeftToProgramThread(url, loaded.format, tsx !== undefined)
      ? loaded
      : steps.rewritten(url, context, loaded);
  };

  const activateTsx = async (): Promise<AsyncHooks> => {
    onTsx();
    return await (coming ??= importTsxAsyncHooks());
  };

  const settleFormat = async (url: string, context: LoadContext): Promise<Format> => {
    if (tsx === undefined || !steps.isOpen(url, context)) return context.format;
    return (await tsx.resolve(url, AS_IMPORT, async () => ({ url, format: context.format }))).format;
  };

  return {
    async resolve(specifier, context, next) {
      if (tsx !== undefined) return tsx.resolve(specifier, context, (s, c) => resolveInside(s, c, next));
      try {
        return await resolveInside(specifier, context, next);
      } catch (error) {
        const typeScript = steps.typeScriptFor(specifier, context, error);
        if (typeScript !== undefined) return resolveInside(typeScript, context, next);
        if (!steps.mayBeAlias(specifier, context, error)) throw error;
        tsx = await activateTsx();
        return tsx.resolve(specifier, context, (s, c) => resolveInside(s, c, next));
      }
    },
    async load(url, context, next) {
      if (tsx === undefined && steps.needsTsx(url, context)) tsx = await activateTsx();
      const inside: NextLoad<Promise<Loaded>> = (u, c) => loadInside(u, c, next);
      if (tsx === undefined) return inside(url, context);
      const loaded = await tsx.load(url, { ...context, format: await settleFormat(url, context) }, inside);
      // tsx drops the `shortCircuit` of what it got from us.
      return { ...withSharedRequire(url, loaded), shortCircuit: true };
    },
  };
}
