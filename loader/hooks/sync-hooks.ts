import type { Loaded, LoadContext, NextLoad, SyncHooks } from "./node-module.ts";
import type { HookSteps } from "./steps.ts";
import { activateTsxCommonJs, AS_IMPORT, takeTsxSyncHooks } from "./tsx.ts";

/** The hooks for `Module.registerHooks`: in the program's own thread, for ES modules and CommonJS. */
export function createSyncHooks(steps: HookSteps): SyncHooks {
  let tsx: SyncHooks | undefined;

  const resolveInside: SyncHooks["resolve"] = (specifier, context, next) => {
    const resolved = next(specifier, context);
    steps.resolvedInside(resolved);
    return resolved;
  };

  const resolveAny: SyncHooks["resolve"] = (specifier, context, next) => {
    if (tsx !== undefined) return tsx.resolve(specifier, context, (s, c) => resolveInside(s, c, next));
    try {
      return resolveInside(specifier, context, next);
    } catch (error) {
      const typeScript = steps.typeScriptFor(specifier, context, error);
      if (typeScript === undefined) throw error;
      return resolveInside(typeScript, context, next);
    }
  };

  const loadInside = (url: string, context: LoadContext, next: NextLoad<Loaded>): Loaded => {
    if (steps.isLeftToCommonJs(url, context)) return next(url, context);
    return steps.rewritten(url, context, steps.loadedInstead(url, context) ?? next(url, context));
  };

  const activateTsx = (url: string, context: LoadContext): Loaded["format"] => {
    activateTsxCommonJs();
    tsx = takeTsxSyncHooks();
    return tsx?.resolve(url, AS_IMPORT, () => ({ url, format: context.format })).format ?? context.format;
  };

  return {
    resolve(specifier, context, next) {
      const resolved = resolveAny(specifier, context, next);
      steps.tellResolved(specifier, context, resolved);
      return resolved;
    },
    load(url, context, next) {
      const format = tsx === undefined && steps.needsTsx(url, context) ? activateTsx(url, context) : context.format;
      const inside: NextLoad<Loaded> = (u, c) => loadInside(u, c, next);
      if (tsx === undefined) return inside(url, context);
      // tsx drops the `shortCircuit` of what it got from us.
      return { ...tsx.load(url, { ...context, format }, inside), shortCircuit: true };
    },
  };
}
