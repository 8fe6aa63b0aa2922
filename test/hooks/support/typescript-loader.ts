import { HAS_SYNC_HOOKS } from "../../../runtime/node-facts.ts";
import { NodeModule } from "../../../loader/hooks/node-module.ts";
import { strip } from "./typescript-loader-hooks.ts";

/** A loader that runs TypeScript and is not tsx: all that it knows is `: string`. */
if (HAS_SYNC_HOOKS && NodeModule.registerHooks !== undefined) {
  NodeModule.registerHooks({
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      return resolved.url.endsWith(".ts") ? { ...resolved, format: "module" } : resolved;
    },
    load: (url, context, next) => strip(url, next(url, context)),
  });
} else {
  NodeModule.register(new URL("./typescript-loader-hooks.js", import.meta.url), { data: undefined, transferList: [] });
}
