import type { AsyncHooks } from "./node-module.ts";
import { moveOutside, observe } from "./thread-observed.ts";

/**
 * Registered after each loader that comes after ours, each time as a copy of its own: tsx asks for files that the author did not name,
 * and only outside of it we see what was asked for.
 */
let place = 0;

export function initialize(): void {
  place = moveOutside();
}

export const resolve: AsyncHooks["resolve"] = async (specifier, context, next) => {
  const resolved = await next(specifier, context);
  observe(place, specifier, context, resolved);
  return resolved;
};
