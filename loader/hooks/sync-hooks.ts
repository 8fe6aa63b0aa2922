import type { Format, Loaded, LoadContext, NextLoad, RegisterHooks, SyncHooks } from "./node-module.ts";
import type { HookSteps } from "./steps.ts";
import { activateTsxCommonJs, AS_IMPORT, takeTsxSyncHooks } from "./tsx.ts";

/** Registers our hooks in the program's own thread, for ES modules and CommonJS. */
export function registerSyncHooks(steps: HookSteps, register: RegisterHooks): void {
  const observe: SyncHooks["resolve"] = (specifier, context, next) => {
    const resolved = next(specifier, context);
    steps.tellResolved(specifier, context, resolved);
    return resolved;
  };
  let observer: { deregister(): void } | undefined;
  // tsx asks for files that the author did not name. Outside of it we see what was asked for, and all others that are
  // preloaded have registered when a module without a parent comes: the program's entry.
  const observeFromOutside = (): void => {
    observer?.deregister();
    observer = register({ resolve: observe });
  };
  register(createSyncHooks(steps, observeFromOutside));
  observeFromOutside();
}

function createSyncHooks(steps: HookSteps, onEntry: () => void): SyncHooks {
  let tsx: SyncHooks | undefined;

  const resolveInside: SyncHooks["resolve"] = (specifier, context, next) => {
    const resolved = next(specifier, context);
    steps.resolvedInside(resolved);
    return resolved;
  };

  const loadInside = (url: string, context: LoadContext, next: NextLoad<Loaded>): Loaded => {
    if (steps.isLeft(url, context)) return next(url, context);
    return steps.rewritten(url, context, steps.loadedInstead(url, context) ?? next(url, context));
  };

  const activateTsx = (): SyncHooks | undefined => {
    // In this order: once tsx's CommonJS loader is there it transforms what else of tsx is loaded, which takes 20 ms.
    const hooks = takeTsxSyncHooks();
    activateTsxCommonJs();
    return hooks;
  };

  const settleFormat = (url: string, context: LoadContext): Format =>
    tsx === undefined || !steps.isOpen(url, context)
      ? context.format
      : tsx.resolve(url, AS_IMPORT, () => ({ url, format: context.format })).format;

  return {
    resolve(specifier, context, next) {
      if (context.parentURL === undefined) onEntry();
      if (tsx !== undefined) return tsx.resolve(specifier, context, (s, c) => resolveInside(s, c, next));
      try {
        return resolveInside(specifier, context, next);
      } catch (error) {
        const typeScript = steps.typeScriptFor(specifier, context, error);
        if (typeScript !== undefined) return resolveInside(typeScript, context, next);
        if (!steps.mayBeAlias(specifier, context, error)) throw error;
        tsx = activateTsx();
        if (tsx === undefined) throw error;
        return tsx.resolve(specifier, context, (s, c) => resolveInside(s, c, next));
      }
    },
    load(url, context, next) {
      if (tsx === undefined && steps.needsTsx(url, context)) tsx = activateTsx();
      const inside: NextLoad<Loaded> = (u, c) => loadInside(u, c, next);
      if (tsx === undefined) return inside(url, context);
      // tsx drops the `shortCircuit` of what it got from us.
      return { ...tsx.load(url, { ...context, format: settleFormat(url, context) }, inside), shortCircuit: true };
    },
  };
}
