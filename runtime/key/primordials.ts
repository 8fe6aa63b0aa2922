/**
 * Builtins as they were when astrocache started. Programs patch prototypes, and a value may carry an own property that
 * hides a method; a key or a stored value must depend on neither.
 */
export const {
  getPrototypeOf,
  getOwnPropertyNames,
  getOwnPropertySymbols,
  isExtensible,
  hasOwn,
  defineProperty,
  setPrototypeOf,
} = Object;
export const { getOwnPropertyDescriptor: descriptorOf } = Object;
export const { ownKeys } = Reflect;
export const { isArray } = Array;
export const { isView } = ArrayBuffer;

export const { call } = Function.prototype;

/** `fn.call(self, ...args)` that no later patch of `Function.prototype.call` can change. */
export function uncurry<S, A extends unknown[], R>(fn: (this: S, ...args: A) => R): (self: S, ...args: A) => R {
  return call.bind(fn) as (self: S, ...args: A) => R;
}

/** The getter of a builtin accessor as a function of its receiver. Throws at start-up if there is none. */
export function getter(prototype: object, key: PropertyKey): (self: object) => unknown {
  const get = descriptorOf(prototype, key)?.get;
  if (get === undefined) throw new TypeError(`no builtin getter ${String(key)}`);
  return uncurry(get as (this: object) => unknown);
}

type Read<R> = (self: object) => R;

type Pairs = (this: object, visit: (value: unknown, key: unknown) => void) => void;
export const mapForEach = uncurry(Map.prototype.forEach as Pairs);
export const setForEach = uncurry(Set.prototype.forEach as Pairs);
export const mapSize = getter(Map.prototype, "size") as Read<number>;
export const setSize = getter(Set.prototype, "size") as Read<number>;

export const dateTime = uncurry<object, [], number>(Date.prototype.getTime);
export const regExpSource = getter(RegExp.prototype, "source") as Read<string>;
export const functionText = uncurry<object, [], string>(Function.prototype.toString);
const description = getter(Symbol.prototype, "description") as (self: unknown) => unknown;
export const symbolDescription = description as (self: symbol) => string | undefined;
export const { keyFor: symbolKeyFor } = Symbol;

const typedArray = getPrototypeOf(Uint8Array.prototype) as object;
/** The name of the kind of a typed array, whatever its prototype is now: `"Uint8Array"`; undefined for a DataView. */
export const typedArrayName = getter(typedArray, Symbol.toStringTag) as Read<string | undefined>;

function viewGetters(prototype: object): { buffer: Read<ArrayBufferLike>; offset: Read<number>; size: Read<number> } {
  return {
    buffer: getter(prototype, "buffer") as Read<ArrayBufferLike>,
    offset: getter(prototype, "byteOffset") as Read<number>,
    size: getter(prototype, "byteLength") as Read<number>,
  };
}
const ofArrays = viewGetters(typedArray);
const ofDataViews = viewGetters(DataView.prototype);

export interface ViewParts {
  /** `"Uint8Array"`, `"DataView"`, …: by brand, not by prototype. */
  readonly name: string;
  readonly buffer: ArrayBufferLike;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** What a typed array or DataView shows; undefined if it is out of bounds of its shrunken or detached buffer. */
export function viewParts(view: object): ViewParts | undefined {
  const name = typedArrayName(view) ?? "DataView";
  const read = name === "DataView" ? ofDataViews : ofArrays;
  try {
    return { name, buffer: read.buffer(view), byteOffset: read.offset(view), byteLength: read.size(view) };
  } catch {
    return undefined; // Only a DataView out of bounds throws here.
  }
}

const elementSizes = new Map<string, number>([
  ["DataView", 1],
  ["Int8Array", 1],
  ["Uint8Array", 1],
  ["Uint8ClampedArray", 1],
  ["Int16Array", 2],
  ["Uint16Array", 2],
  ["Float16Array", 2],
  ["Int32Array", 4],
  ["Uint32Array", 4],
  ["Float32Array", 4],
  ["Float64Array", 8],
  ["BigInt64Array", 8],
  ["BigUint64Array", 8],
]);

/** Bytes of an element of views of that name; undefined if there are none. */
export function elementSize(name: string): number | undefined {
  return elementSizes.get(name);
}

export const bufferSize = getter(ArrayBuffer.prototype, "byteLength") as Read<number>;
export const bufferResizable = getter(ArrayBuffer.prototype, "resizable") as Read<boolean>;
export const bufferMaxSize = getter(ArrayBuffer.prototype, "maxByteLength") as Read<number>;

const flagGetters = (
  ["hasIndices", "global", "ignoreCase", "multiline", "dotAll", "unicode", "unicodeSets", "sticky"] as const
).map((name, index) => [getter(RegExp.prototype, name) as Read<boolean>, "dgimsuvy".charAt(index)] as const);

/** The flags of a RegExp by its internal slots; `RegExp.prototype.flags` reads properties that can be hidden. */
export function regExpFlags(regExp: object): string {
  let flags = "";
  for (const [isSet, letter] of flagGetters) if (isSet(regExp)) flags += letter;
  return flags;
}

const unboxers = {
  number: uncurry<object, [], number>(Number.prototype.valueOf),
  string: uncurry<object, [], string>(String.prototype.valueOf),
  boolean: uncurry<object, [], boolean>(Boolean.prototype.valueOf),
  bigint: uncurry<object, [], bigint>(BigInt.prototype.valueOf),
  symbol: uncurry<object, [], symbol>(Symbol.prototype.valueOf),
};
export type Boxed = keyof typeof unboxers;

/** The primitive inside a boxed one. */
export function unbox(kind: Boxed, boxed: object): number | string | boolean | bigint | symbol {
  return unboxers[kind](boxed);
}

/** `String.prototype.isWellFormed` (Node 20) is not in the ES2023 types. */
export const isWellFormed = uncurry(Reflect.get(String.prototype, "isWellFormed") as (this: string) => boolean);
export const codeUnitAt = uncurry(String.prototype.charCodeAt);
export const { byteLength: utf8Size } = Buffer;
