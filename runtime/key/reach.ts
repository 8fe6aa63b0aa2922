/** Which objects can be reached from a value without running code of it: to see whether a result shares one with an input. */
import { types } from "node:util";
import { descriptorOf, getPrototypeOf, isView, mapForEach, ownKeys, setForEach, viewParts } from "./primordials.ts";
import { intrinsicName } from "./intrinsics.ts";
import { extraKeysOfView } from "./extras.ts";

const { isProxy, isMap, isSet } = types;

/** More objects are not looked at: about 0.3 s. */
export const MOST_OBJECTS = 1_000_000;

/** Says what a function took from around it. */
export interface CaptureReader {
  identify(fn: Function): { readonly captured: readonly unknown[] } | undefined;
}

/**
 * Adds all objects and functions that `value` holds to `into`, itself included, and what functions captured. Unlike a key it refuses nothing: getters, proxies
 * and what only Node can see are left out. False if there are too many to look at.
 */
export function collectObjects(value: unknown, into: Set<object>, captures?: CaptureReader): boolean {
  const waiting: object[] = [];
  const add = (found: unknown): void => {
    if ((typeof found !== "object" && typeof found !== "function") || found === null || into.has(found)) return;
    into.add(found);
    waiting.push(found);
  };
  add(value);
  for (let object = waiting.pop(); object !== undefined && into.size < MOST_OBJECTS; object = waiting.pop()) {
    addHeld(object, add);
    if (typeof object === "function") captures?.identify(object)?.captured.forEach(add);
  }
  return into.size < MOST_OBJECTS;
}

function addHeld(object: object, add: (found: unknown) => void): void {
  if (isProxy(object)) return;
  if (isMap(object)) mapForEach(object, (held, key) => (add(key), add(held)));
  if (isSet(object)) setForEach(object, add);
  for (const key of keysOf(object, add)) {
    const descriptor = descriptorOf(object, key);
    add(descriptor?.value);
    add(descriptor?.get);
    add(descriptor?.set);
  }
  const prototype = getPrototypeOf(object) as object | null;
  // Prototypes of classes are code; an object may be one's prototype too.
  if (
    prototype !== null &&
    !isProxy(prototype) &&
    intrinsicName(prototype) === undefined &&
    descriptorOf(prototype, "constructor") === undefined
  )
    add(prototype);
}

function keysOf(object: object, add: (found: unknown) => void): readonly PropertyKey[] {
  const parts = isView(object) ? viewParts(object) : undefined;
  if (parts === undefined) return ownKeys(object);
  add(parts.buffer);
  return parts.name === "DataView" ? ownKeys(object) : extraKeysOfView(object as ArrayBufferView, parts);
}
