import type { ResolveContext, Resolved } from "./node-module.ts";
import type { HookSteps } from "./steps.ts";

/** What the copies of `thread-observer` in a hooks thread share: only the outermost of them tells what was resolved. */
let steps: HookSteps | undefined;
let outermost = 0;

export function startObserving(all: HookSteps): void {
  steps = all;
}

/** The place of one more observer, further outside than those before. */
export function moveOutside(): number {
  outermost += 1;
  return outermost;
}

export function observe(place: number, specifier: string, context: ResolveContext, resolved: Resolved): void {
  if (place === outermost) steps?.tellResolved(specifier, context, resolved);
}
