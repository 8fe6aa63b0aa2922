import { isIndex } from "./extras.ts";
import { call, descriptorOf, ownKeys } from "./primordials.ts";

/** Own property `stack` of errors: data on Node 20, an accessor with one getter for all errors of a realm from Node 22 (V8 12). */
const stackGetter = descriptorOf(new Error("probe"), "stack")?.get;

export interface NativeStack {
  readonly value: unknown;
  /** Usual are not enumerable and configurable. */
  readonly isUsual: boolean;
  readonly enumerable: boolean;
  readonly configurable: boolean;
}

/** The stack that the engine gave an error, formatted now if it was not yet; undefined where `stack` is anything else. */
export function nativeStack(error: object): NativeStack | undefined {
  const descriptor = descriptorOf(error, "stack");
  if (descriptor === undefined) return undefined;
  const enumerable = descriptor.enumerable === true;
  const configurable = descriptor.configurable === true;
  const isUsual = !enumerable && configurable;
  if (stackGetter !== undefined)
    return descriptor.get === stackGetter ? { value: readStack(error), isUsual, enumerable, configurable } : undefined;
  return isUsual && descriptor.writable === true
    ? { value: descriptor.value as unknown, isUsual, enumerable, configurable }
    : undefined;
}

/** A program's `Error.prepareStackTrace` runs here, as it would at the first read of the stack. */
const readStack = (stackGetter === undefined ? () => undefined : call.bind(stackGetter)) as (error: object) => unknown;

/** The stack of an error, if it stands where a new error has it: before all other names. */
export function stackOfNewError(error: object): NativeStack | undefined {
  return ownKeys(error).find((key) => !isIndex(key)) === "stack" ? nativeStack(error) : undefined;
}
