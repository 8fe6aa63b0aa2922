/** Prototypes of builtins that have a stable meaning, by a name that is the same in every process. */
import { types } from "node:util";
import { descriptorOf, functionText, getPrototypeOf } from "./primordials.ts";

const { isGeneratorObject, isProxy } = types;
const typed = [
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
  "Float16Array",
] as const;
const errors = [
  "Error",
  "EvalError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "TypeError",
  "URIError",
  "AggregateError",
] as const;
const language = [
  "Object",
  "Array",
  "Map",
  "Set",
  "Date",
  "RegExp",
  "Number",
  "String",
  "Boolean",
  "Symbol",
  "BigInt",
  "ArrayBuffer",
  "DataView",
  ...errors,
  ...typed,
] as const;
const platform = ["Buffer", "URL", "URLSearchParams", "AbortSignal"] as const;
/** Reading one of these globals loads a part of Node, so that it is done only when an object looks like one. */
const lazy: ReadonlySet<string> = new Set([
  "Headers",
  "DOMException",
  "FormData",
  "Request",
  "Response",
  "Blob",
  "File",
]);
const temporal = [
  "Instant",
  "PlainDate",
  "PlainDateTime",
  "PlainMonthDay",
  "PlainTime",
  "PlainYearMonth",
  "ZonedDateTime",
  "Duration",
] as const;

const byPrototype = new Map<object, string>();
const byName = new Map<string, object>();
const languageNames: ReadonlySet<string> = new Set(language);

for (const name of [...language, ...platform]) register(name, Reflect.get(globalThis, name));
// Temporal is a global from Node 26 on.
const temporalNamespace: unknown = Reflect.get(globalThis, "Temporal");
if (typeof temporalNamespace === "object" && temporalNamespace !== null) {
  for (const name of temporal) register(`Temporal.${name}`, Reflect.get(temporalNamespace, name));
}

/** `"Map"` for `Map.prototype`; undefined for what is no builtin with a stable meaning. */
export function intrinsicName(prototype: object): string | undefined {
  return byPrototype.get(prototype) ?? lateName(prototype);
}

/** The same for what is there from the start, without looking at the object. */
export function prototypeName(object: object): string | undefined {
  return object === Function.prototype ? "Function" : byPrototype.get(object);
}

/** The prototype of that name, or undefined where this Node has none. */
export function intrinsicPrototype(name: string): object | undefined {
  if (!byName.has(name) && lazy.has(name)) register(name, Reflect.get(globalThis, name));
  return byName.get(name);
}

/** `"Map"` for the `Map.prototype` of another realm (`node:vm`); undefined for all else. */
export function foreignName(prototype: object): string | undefined {
  const constructor = classOf(prototype);
  if (constructor === undefined) return undefined;
  const name: unknown = descriptorOf(constructor, "name")?.value;
  if (typeof name !== "string" || !languageNames.has(name)) return undefined;
  const isBuiltin =
    functionText(constructor) === `function ${name}() { [native code] }` &&
    descriptorOf(constructor, "prototype")?.writable === false;
  return isBuiltin ? name : undefined;
}

/** The function whose `prototype` this object is, by own data properties alone. */
export function classOf(prototype: object): Function | undefined {
  const constructor: unknown = descriptorOf(prototype, "constructor")?.value;
  if (typeof constructor !== "function" || isProxy(constructor)) return undefined;
  return descriptorOf(constructor, "prototype")?.value === prototype ? constructor : undefined;
}

/** Prototypes of iterators over builtins, which hide their state and have no class. */
const iterators: ReadonlySet<unknown> = new Set(
  [[][Symbol.iterator](), ""[Symbol.iterator](), "".matchAll(/a/g)].map((iterator): unknown =>
    getPrototypeOf(iterator),
  ),
);

export function isIteratorPrototype(prototype: object): boolean {
  return iterators.has(prototype);
}

/** The nearest builtin that an object with this prototype inherits from. Stops at a proxy. */
export function baseIntrinsic(start: object | null): string | undefined {
  for (
    let prototype = start;
    prototype !== null && !isProxy(prototype);
    prototype = getPrototypeOf(prototype) as object | null
  ) {
    const name = intrinsicName(prototype);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** For messages: `Socket`. Runs no code of the value. */
export function className(object: object): string {
  if (isGeneratorObject(object)) return "Generator";
  for (
    let prototype: object | null = object, steps = 0;
    prototype !== null && steps < 100 && !isProxy(prototype);
    prototype = getPrototypeOf(prototype) as object | null, steps++
  ) {
    const constructor: unknown = descriptorOf(prototype, "constructor")?.value;
    const name: unknown =
      typeof constructor === "function" && !isProxy(constructor) ? descriptorOf(constructor, "name")?.value : undefined;
    if (typeof name === "string" && name !== "") return name;
  }
  return "Object";
}

function register(name: string, constructor: unknown): void {
  if (typeof constructor !== "function") return;
  const prototype: unknown = descriptorOf(constructor, "prototype")?.value;
  if (typeof prototype !== "object" || prototype === null) return;
  byPrototype.set(prototype, name);
  byName.set(name, prototype);
}

function lateName(prototype: object): string | undefined {
  const constructor = classOf(prototype);
  const name: unknown = constructor === undefined ? undefined : descriptorOf(constructor, "name")?.value;
  if (typeof name !== "string" || !lazy.has(name)) return undefined;
  return intrinsicPrototype(name) === prototype ? name : undefined;
}
