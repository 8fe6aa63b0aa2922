import type { AsyncHooks, Loaded } from "../../../loader/hooks/node-module.ts";
import { decode } from "../../../loader/hooks/offered-texts.ts";

export const resolve: AsyncHooks["resolve"] = async (specifier, context, next) => {
  const resolved = await next(specifier, context);
  return resolved.url.endsWith(".ts") ? { ...resolved, format: "module" } : resolved;
};

export const load: AsyncHooks["load"] = async (url, context, next) => strip(url, await next(url, context));

export function strip(url: string, loaded: Loaded): Loaded {
  if (!url.endsWith(".ts") || loaded.source === undefined || loaded.source === null) return loaded;
  return { ...loaded, format: "module", source: decode(loaded.source).replaceAll(": string", "/* stripped */") };
}
