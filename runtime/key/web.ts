/** Reads objects of Node and the web through the builtins themselves, whatever properties hide their methods. */
import { intrinsicPrototype } from "./intrinsics.ts";
import { call, descriptorOf } from "./primordials.ts";

export type WebRead = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** The getter `key` of the builtin `base`, read of `object`; not ok if the object only inherits from it. */
export function readWeb(object: object, base: string, key: string): WebRead {
  return attempt(descriptor(base, key)?.get, object);
}

/** The method `key` of the builtin `base`, called on `object`; not ok if the object only inherits from it. */
export function invokeWeb(object: object, base: string, key: string, ...args: unknown[]): WebRead {
  return attempt(descriptor(base, key)?.value, object, ...args);
}

/** Names and values of Headers, in lower case and in order, as they are iterated: name, value, name, value. */
export function headerPairs(headers: object): readonly string[] | undefined {
  const pairs: string[] = [];
  return invokeWeb(headers, "Headers", "forEach", (value: string, name: string) => pairs.push(name, value)).ok
    ? pairs
    : undefined;
}

/** Names and values of a FormData; values are text or File. */
export function formPairs(form: object): readonly unknown[] | undefined {
  const pairs: unknown[] = [];
  return invokeWeb(form, "FormData", "forEach", (value: unknown, name: string) => pairs.push(name, value)).ok
    ? pairs
    : undefined;
}

function descriptor(base: string, key: string): PropertyDescriptor | undefined {
  const prototype = intrinsicPrototype(base);
  return prototype === undefined ? undefined : descriptorOf(prototype, key);
}

function attempt(method: unknown, object: object, ...args: unknown[]): WebRead {
  if (typeof method !== "function") return { ok: false };
  try {
    return { ok: true, value: (call.bind(method) as (self: object, ...args: unknown[]) => unknown)(object, ...args) };
  } catch {
    return { ok: false }; // A builtin throws for an object without its brand.
  }
}
