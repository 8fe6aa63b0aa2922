/** Own keys of arrays and typed arrays besides their indices, without a string for each index where they are long. */
import { inspect } from "node:util";
import { intrinsicName, intrinsicPrototype } from "./intrinsics.ts";
import {
  elementSize,
  getOwnPropertySymbols,
  getPrototypeOf,
  hasOwn,
  ownKeys,
  setPrototypeOf,
  type ViewParts,
} from "./primordials.ts";

/** Shorter ones are listed: 23 ns for each key (Node 20 to 26); the other way is 1 to 2 µs in all. */
const LISTED = 80;
const none: readonly PropertyKey[] = [];
/** All that could be set by `inspect.defaultOptions`, too. */
const options = {
  maxArrayLength: 0,
  showHidden: true,
  customInspect: false,
  getters: false,
  showProxy: false,
  colors: false,
  sorted: false,
  numericSeparator: false,
  depth: 0,
  compact: 3,
  breakLength: Infinity,
} as const;

/** The keys of an array apart from its indices and `length`. The prototype has to be `Array.prototype`. */
export function extraKeysOfArray(array: readonly unknown[]): readonly PropertyKey[] {
  const { length } = array;
  if (length > LISTED && isBareArray(array, length)) return none;
  const keys = ownKeys(array);
  // Indices come first, then `length`, which is made with the array, then all others.
  if (keys[keys.length - 1] === "length") return none;
  return keys.slice(keys.indexOf("length") + 1);
}

/** The keys of a typed array apart from its indices. */
export function extraKeysOfView(view: ArrayBufferView, parts: ViewParts): readonly PropertyKey[] {
  if (parts.byteLength > LISTED && isBareView(view, parts)) return none;
  return ownKeys(view).filter((key) => !isIndex(key));
}

/** Whether a key is an array index: canonical, below 2^32 - 1. */
export function isIndex(key: PropertyKey): boolean {
  if (typeof key !== "string") return false;
  const number = Number(key);
  return number >= 0 && number < 4294967295 && String(number >>> 0) === key;
}

/**
 * `util.inspect` is the one way to ask V8 for the keys that are no indices. What it prints of a bare array is known, so
 * that any other print, be it of a later Node, only leads to the slow way. It reads `constructor` and `toStringTag`:
 * with neither as an own key it runs no code of the value.
 */
function isBareArray(array: readonly unknown[], length: number): boolean {
  if (getOwnPropertySymbols(array).length > 0 || hasOwn(array, "constructor")) return false;
  return inspectSafely(array) === `[ ... ${length} more items, [length]: ${length} ]`;
}

function isBareView(view: ArrayBufferView, { name, buffer, byteOffset, byteLength }: ViewParts): boolean {
  if (getOwnPropertySymbols(view).length > 0 || hasOwn(view, "constructor")) return false;
  if (getPrototypeOf(buffer) !== ArrayBuffer.prototype || ownKeys(buffer).length > 0) return false;
  const prototype = getPrototypeOf(view) as object | null;
  const constructor = intrinsicPrototype(name)?.constructor;
  if (prototype === null || intrinsicName(prototype) === undefined || constructor === undefined) return false;
  const twin = Reflect.construct(constructor, [buffer, byteOffset, byteLength / (elementSize(name) ?? 1)]) as object;
  return inspectSafely(view) === inspectSafely(setPrototypeOf(twin, prototype)) && inspectSafely(view) !== "";
}

/** Empty where `inspect` itself fails, since it uses builtins that programs patch. */
function inspectSafely(object: object): string {
  try {
    return inspect(object, options);
  } catch {
    return "";
  }
}
