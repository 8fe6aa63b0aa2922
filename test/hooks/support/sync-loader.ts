import { NodeModule } from "../../../loader/hooks/node-module.ts";

/** A foreign loader in the program's thread. */
NodeModule.registerHooks?.({
  resolve: (specifier, context, next) => next(specifier, context),
  load: (url, context, next) => next(url, context),
});
