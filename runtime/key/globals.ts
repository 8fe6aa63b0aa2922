/** Functions and namespaces of the language that every program reaches by a global name: `Number`, `Math.max`, `JSON`. */
import { descriptorOf, functionText, ownKeys } from "./primordials.ts";

/** What answers differently from call to call, or runs code from text, is left out. */
const unstable: ReadonlySet<string> = new Set([
  "Math.random",
  "Date",
  "Date.now",
  "Function",
  "Function.prototype.constructor",
  "eval",
]);
const namespaces = ["Math", "JSON", "Reflect", "Atomics"] as const;
const functions = [
  "parseInt",
  "parseFloat",
  "isNaN",
  "isFinite",
  "encodeURIComponent",
  "decodeURIComponent",
  "encodeURI",
  "decodeURI",
] as const;
const classes = [
  "Object",
  "Array",
  "Number",
  "String",
  "Boolean",
  "Symbol",
  "BigInt",
  "RegExp",
  "Map",
  "Set",
  "WeakMap",
  "WeakSet",
  "WeakRef",
  "Promise",
  "Error",
  "EvalError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "TypeError",
  "URIError",
  "AggregateError",
  "ArrayBuffer",
  "DataView",
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
  "Date",
] as const;
/** Node writes these in JavaScript, so that their text does not tell; they are taken before any program can replace them. */
const early: readonly (readonly [string, unknown])[] = [
  "URL",
  "URLSearchParams",
  "Buffer",
  "TextEncoder",
  "TextDecoder",
  "structuredClone",
  "atob",
  "btoa",
].map((name) => [name, Reflect.get(globalThis, name)]);

interface Table {
  readonly names: ReadonlyMap<object, string>;
  readonly objects: ReadonlyMap<string, object>;
}
let table: Table | undefined;

/** `"Math.max"`; undefined for all that is not known by a global name, or that a program put in the place of a builtin. */
export function globalName(object: object): string | undefined {
  return (table ??= makeTable()).names.get(object);
}

/** The object of that name in this process. */
export function globalObject(name: string): object | undefined {
  return (table ??= makeTable()).objects.get(name);
}

/** Made when it is first needed: the 700 functions take 1 ms. */
function makeTable(): Table {
  const names = new Map<object, string>();
  const objects = new Map<string, object>();
  const add = (name: string, value: unknown): void => {
    if (!unstable.has(name) && isBuiltin(value)) put(name, value);
  };
  const put = (name: string, value: object): void => {
    if (names.has(value)) return;
    names.set(value, name);
    objects.set(name, value);
  };
  for (const [name, value] of early) if (typeof value === "function") put(name, value);
  for (const name of functions) add(name, ownData(globalThis, name));
  for (const name of [...namespaces, ...classes, "Function"]) addMembers(add, name, ownData(globalThis, name));
  return { names, objects };
}

function addMembers(add: (name: string, value: unknown) => void, name: string, owner: unknown): void {
  if ((typeof owner !== "object" && typeof owner !== "function") || owner === null) return;
  add(name, owner);
  for (const key of memberNames(owner)) add(`${name}.${key}`, ownData(owner, key));
  const prototype = ownData(owner, "prototype");
  if ((typeof prototype !== "object" && typeof prototype !== "function") || prototype === null) return;
  for (const key of memberNames(prototype)) add(`${name}.prototype.${key}`, ownData(prototype, key));
}

function memberNames(owner: object): string[] {
  return ownKeys(owner).filter(
    (key): key is string => typeof key === "string" && key !== "prototype" && key !== "constructor",
  );
}

function ownData(owner: object, key: string): unknown {
  return descriptorOf(owner, key)?.value;
}

/** Not a bound function, and none that a program put there: their texts differ. */
function isBuiltin(value: unknown): value is object {
  if (typeof value === "object" && value !== null) return Object.hasOwn(value, Symbol.toStringTag);
  if (typeof value !== "function") return false;
  const text = functionText(value);
  return text.endsWith("{ [native code] }") && !text.startsWith("function () {");
}
