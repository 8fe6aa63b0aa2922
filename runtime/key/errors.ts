import { call, descriptorOf } from "./primordials.ts";

/** Own property `stack` of errors: data on Node 20, an accessor with one getter for all errors of a realm from Node 22 (V8 12). */
const stackGetter = descriptorOf(new Error("probe"), "stack")?.get;

/** The stack that the engine gave an error, formatted now if it was not yet; undefined where `stack` is anything else. */
export function nativeStack(error: object): { readonly value: unknown } | undefined {
  const descriptor = descriptorOf(error, "stack");
  if (descriptor === undefined || descriptor.enumerable === true || descriptor.configurable !== true) return undefined;
  if (stackGetter === undefined) return descriptor.writable === true ? { value: descriptor.value as unknown } : undefined;
  return descriptor.get === stackGetter ? { value: readStack(error) } : undefined;
}

/** A program's `Error.prepareStackTrace` runs here, as it would at the first read of the stack. */
const readStack = (stackGetter === undefined ? () => undefined : call.bind(stackGetter)) as (error: object) => unknown;
