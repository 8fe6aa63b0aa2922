/**
 * Whether nothing can change what a value of Node or its engine does: functions such as `promisify(deflate)`, formatters,
 * coders, and plain objects of these. Others, such as an `AsyncLocalStorage` or an `AbortController`, are there to change.
 */
export function isInert(value: unknown, seen = new Set<object>()): boolean {
  if (typeof value === "function") return !isNative(value);
  if (typeof value !== "object" || value === null) return true;
  if (seen.has(value)) return true;
  seen.add(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (INERT.has(prototype)) return true;
  if (prototype !== null && prototype !== Object.prototype && prototype !== Array.prototype) return false;
  return Reflect.ownKeys(value).every((key) => {
    const property = Object.getOwnPropertyDescriptor(value, key);
    return property !== undefined && "value" in property && isInert(property.value, seen);
  });
}

/**
 * Of a bound function nothing tells what it calls on what: `Math.random.bind(Math)`, `iterator.next.bind(iterator)`.
 * ECMA-262, 20.2.3.5: such functions have the text of a native one.
 */
function isNative(fn: Function): boolean {
  return Function.prototype.toString.call(fn).endsWith("{ [native code] }");
}

const INERT: ReadonlySet<unknown> = new Set([
  Intl.Collator.prototype,
  Intl.DateTimeFormat.prototype,
  Intl.DisplayNames.prototype,
  Intl.ListFormat.prototype,
  Intl.Locale.prototype,
  Intl.NumberFormat.prototype,
  Intl.PluralRules.prototype,
  Intl.RelativeTimeFormat.prototype,
  Intl.Segmenter.prototype,
  TextDecoder.prototype,
  TextEncoder.prototype,
]);
