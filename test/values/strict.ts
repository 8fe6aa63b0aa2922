/**
 * Whether two values can be told apart by any code, apart from their identity: an oracle for the encoders, written without
 * them. Compares brands, internal slots, prototypes, extensibility, own keys in their order, all attributes, and which
 * references within the one value lead to one object where those within the other do.
 */
import { isDeepStrictEqual, types } from "node:util";

/**
 * Where two values differ first, or undefined if they are the same. Where in a slab a small Buffer lies is chance: `places`
 * says whether it counts.
 */
export function difference(a: unknown, b: unknown, places: "count" | "do not count" = "count"): string | undefined {
  return new Comparison(places === "count").run(a, b);
}

const stackGetter = Object.getOwnPropertyDescriptor(new Error("probe"), "stack")?.get;
const brands = Object.entries(types).filter(([name]) => !/KeyObject|CryptoKey|Proxy|External/.test(name)) as [
  string,
  (value: unknown) => boolean,
][];
const classes = ["URL", "URLSearchParams", "Headers", "DOMException", "FormData"] as const;

class Comparison {
  readonly #partners = new Map<object, object>();
  readonly #placesCount: boolean;
  readonly #taken = new Map<object, object>();

  /** Pairs of objects still to be looked into: a list, since values may be deep. */
  readonly #pairs: [object, object, string][] = [];

  constructor(placesCount: boolean) {
    this.#placesCount = placesCount;
  }

  run(a: unknown, b: unknown): string | undefined {
    let found = this.compare(a, b, "");
    for (let pair = this.#pairs.pop(); pair !== undefined && found === undefined; pair = this.#pairs.pop())
      found = this.#objects(...pair);
    return found;
  }

  compare(a: unknown, b: unknown, path: string): string | undefined {
    if (typeof a !== typeof b) return `${path}: type`;
    if ((typeof a !== "object" && typeof a !== "function") || a === null || b === null)
      return Object.is(a, b) ? undefined : `${path}: ${typeof a} and ${typeof b}`;
    const [one, two] = [a, b as object];
    if (this.#partners.has(one) || this.#taken.has(two))
      return this.#partners.get(one) === two && this.#taken.get(two) === one ? undefined : `${path}: sharing`;
    this.#partners.set(one, two);
    this.#taken.set(two, one);
    this.#pairs.push([one, two, path.slice(-200)]);
    return undefined;
  }

  #objects(a: object, b: object, path: string): string | undefined {
    if (types.isProxy(a) || types.isProxy(b) || typeof a === "function")
      return a === b ? undefined : `${path}: functions or proxies`;
    for (const [name, isBrand] of brands) if (isBrand(a) !== isBrand(b)) return `${path}: ${name}`;
    return this.#prototypes(a, b, path) ?? this.#slots(a, b, path) ?? this.#properties(a, b, path);
  }

  #prototypes(a: object, b: object, path: string): string | undefined {
    const [one, two] = [Object.getPrototypeOf(a) as object | null, Object.getPrototypeOf(b) as object | null];
    if (one === two) return undefined;
    if (
      one === null ||
      two === null ||
      (typeof one["constructor" as keyof object] === "function" && Object.hasOwn(one, "constructor"))
    )
      return `${path}: prototype`;
    return this.compare(one, two, `${path}.__proto__`);
  }

  #slots(a: object, b: object, path: string): string | undefined {
    if (types.isMap(a)) return this.#lists(entries(a), entries(b), `${path}<entries>`);
    if (types.isSet(a)) return this.#lists(elements(a), elements(b), `${path}<elements>`);
    if (types.isDate(a))
      return this.compare(Date.prototype.getTime.call(a), Date.prototype.getTime.call(b), `${path}<time>`);
    if (types.isRegExp(a))
      return `${a.source}/${a.flags}` === `${(b as RegExp).source}/${(b as RegExp).flags}`
        ? undefined
        : `${path}: pattern`;
    if (types.isBoxedPrimitive(a)) return this.compare(unboxed(a), unboxed(b), `${path}<boxed>`);
    if (types.isArrayBuffer(a)) return this.#buffers(a, b as ArrayBuffer, path);
    if (ArrayBuffer.isView(a)) return this.#views(a, b as ArrayBufferView, path);
    return this.#platform(a, b, path);
  }

  #buffers(a: ArrayBuffer, b: ArrayBuffer, path: string): string | undefined {
    if (!isDeepStrictEqual(new Uint8Array(a), new Uint8Array(b))) return `${path}: bytes`;
    return (
      this.compare(Reflect.get(a, "maxByteLength"), Reflect.get(b, "maxByteLength"), `${path}<max>`) ??
      this.compare(Reflect.get(a, "resizable"), Reflect.get(b, "resizable"), `${path}<resizable>`)
    );
  }

  #views(one: ArrayBufferView, two: ArrayBufferView, path: string): string | undefined {
    const [a, b] = [twin(one), twin(two)];
    if (a.buffer.byteLength !== b.buffer.byteLength) return `${path}: buffer size`;
    // What lies around a small Buffer belongs to strangers.
    const isWindow = Buffer.isBuffer(one) && a.byteLength < a.buffer.byteLength;
    const isMoved = a.byteOffset !== b.byteOffset && (this.#placesCount || !isWindow);
    if (a.byteLength !== b.byteLength || isMoved) return `${path}: window`;
    if (isWindow) return isDeepStrictEqual(a, b) ? undefined : `${path}: bytes`;
    return this.compare(a.buffer, b.buffer, `${path}.buffer`);
  }

  #platform(a: object, b: object, path: string): string | undefined {
    for (const name of classes) {
      const prototype = (Reflect.get(globalThis, name) as { prototype: object }).prototype;
      if (!prototype.isPrototypeOf(a)) continue;
      if (name === "URL")
        return (
          this.compare((a as URL).href, (b as URL).href, path) ??
          this.compare((a as URL).searchParams, (b as URL).searchParams, `${path}.searchParams`)
        );
      if (name === "DOMException")
        return this.#lists(exceptionParts(a as DOMException), exceptionParts(b as DOMException), path);
      return this.#lists([...(a as Headers)].flat(), [...(b as Headers)].flat(), path);
    }
    const temporal: unknown = Reflect.get(globalThis, "Temporal");
    return temporal !== undefined && Object.prototype.toString.call(a).startsWith("[object Temporal.")
      ? this.compare(temporalText(a), temporalText(b), path)
      : undefined;
  }

  #lists(a: readonly unknown[], b: readonly unknown[], path: string): string | undefined {
    if (a.length !== b.length) return `${path}: count`;
    for (let i = 0; i < a.length; i++) {
      const found = this.compare(a[i], b[i], `${path}[${i}]`);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #properties(a: object, b: object, path: string): string | undefined {
    if (Object.isExtensible(a) !== Object.isExtensible(b)) return `${path}: extensible`;
    const keys = ownKeys(a);
    if (!isDeepStrictEqual(keys, ownKeys(b))) return `${path}: keys`;
    for (const key of keys) {
      const found = this.#descriptors(a, b, key, `${path}.${String(key)}`);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #descriptors(a: object, b: object, key: PropertyKey, path: string): string | undefined {
    const [one, two] = [Object.getOwnPropertyDescriptor(a, key) ?? {}, Object.getOwnPropertyDescriptor(b, key) ?? {}];
    if (one.writable !== two.writable || one.enumerable !== two.enumerable || one.configurable !== two.configurable)
      return `${path}: attributes`;
    if (one.get !== two.get || one.set !== two.set) return `${path}: accessor`;
    if (one.get !== undefined && one.get === stackGetter)
      return this.compare(Reflect.get(a, key), Reflect.get(b, key), path);
    return this.compare(one.value, two.value, path);
  }
}

/** Node keeps its own state under symbols that are not registered. */
function ownKeys(object: object): PropertyKey[] {
  const isPlatform = classes.some((name) =>
    (Reflect.get(globalThis, name) as { prototype: object }).prototype.isPrototypeOf(object),
  );
  const isIndexed = ArrayBuffer.isView(object);
  return Reflect.ownKeys(object).filter(
    (key) => !(isPlatform && typeof key === "symbol") && !(isIndexed && typeof key === "string" && /^\d+$/.test(key)),
  );
}

function entries(map: object): unknown[] {
  const list: unknown[] = [];
  Map.prototype.forEach.call(map as Map<unknown, unknown>, (value, key) => list.push(key, value));
  return list;
}

function elements(set: object): unknown[] {
  const list: unknown[] = [];
  Set.prototype.forEach.call(set as Set<unknown>, (value) => list.push(value));
  return list;
}

/** A view of the same memory that has its usual prototype and no properties. */
function twin(view: ArrayBufferView): ArrayBufferView {
  if (types.isDataView(view)) return view;
  const typed = Object.getPrototypeOf(Uint8Array.prototype) as object;
  const read = (key: PropertyKey): unknown => Object.getOwnPropertyDescriptor(typed, key)?.get?.call(view);
  return Reflect.construct(Reflect.get(globalThis, read(Symbol.toStringTag) as string) as Function, [
    read("buffer"),
    read("byteOffset"),
    read("length"),
  ]) as ArrayBufferView;
}

function unboxed(object: object): unknown {
  if (types.isNumberObject(object)) return Number.prototype.valueOf.call(object);
  if (types.isStringObject(object)) return String.prototype.valueOf.call(object);
  if (types.isBooleanObject(object)) return Boolean.prototype.valueOf.call(object);
  return types.isBigIntObject(object) ? BigInt.prototype.valueOf.call(object) : Symbol.prototype.valueOf.call(object);
}

function temporalText(object: { toString(): string }): string {
  return object.toString();
}

function exceptionParts(exception: DOMException): unknown[] {
  return [exception.name, exception.message, exception.code];
}
