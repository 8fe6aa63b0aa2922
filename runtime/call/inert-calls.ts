import type { Wrapped } from "./site.ts";

/** The function as it is: without the hook, and where it is to pass all through. */
export function inertCalls(fn: Function): Wrapped {
  return {
    call: (receiver, args) => Reflect.apply(fn, receiver, args) as unknown,
    peek: () => undefined,
    forget: () => false,
  };
}
