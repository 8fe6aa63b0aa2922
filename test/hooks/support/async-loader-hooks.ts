import type { AsyncHooks } from "../../../loader/hooks/node-module.ts";

export const resolve: AsyncHooks["resolve"] = (specifier, context, next) => next(specifier, context);

export const load: AsyncHooks["load"] = (url, context, next) => next(url, context);
