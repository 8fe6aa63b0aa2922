/**
 * Globals of the language and of Node's module wrapper that no facts need to name. What else a global is, the running Node
 * tells: names that it had before the program began are its own.
 */
export const STANDARD_GLOBALS: ReadonlySet<string> = new Set(
  `Array ArrayBuffer BigInt Boolean Buffer DataView Date Error Float32Array Float64Array Function Infinity Int32Array Intl JSON
  Map Math NaN Number Object Promise Proxy RangeError Reflect RegExp Set String Symbol SyntaxError TypeError URL Uint8Array WeakMap
  WeakSet __dirname __filename arguments clearTimeout console eval exports global globalThis isFinite isNaN module parseFloat
  parseInt process queueMicrotask require setTimeout structuredClone undefined`.split(/\s+/),
);
