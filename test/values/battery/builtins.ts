import { named, withProperties } from "../named.ts";

export const builtins = named([
  ["empty Map", () => new Map()],
  ["Map", () => new Map([["a", 1]])],
  ["Map with key 1", () => new Map([[1, "x"]])],
  ['Map with key "1"', () => new Map([["1", "x"]])],
  [
    "Map in order a, b",
    () =>
      new Map([
        ["a", 1],
        ["b", 2],
      ]),
  ],
  [
    "Map in order b, a",
    () =>
      new Map([
        ["b", 2],
        ["a", 1],
      ]),
  ],
  ["Map with NaN as key", () => new Map([[NaN, 1]])],
  ["Map with an object as key", () => new Map([[{ a: 1 }, 1]])],
  ["Map whose key is its value", () => keyIsValue()],
  ["Map in itself", () => mapInItself()],
  ["Map with a property", () => withProperties(new Map(), { extra: 1 })],
  ["frozen Map", () => Object.freeze(new Map([["a", 1]]))],
  ["Map without its prototype", () => Object.setPrototypeOf(new Map([["a", 1]]), null) as object],
  ["Map with the prototype of objects", () => Object.setPrototypeOf(new Map([["a", 1]]), Object.prototype) as object],
  [
    "Map whose methods are hidden by properties",
    () =>
      Object.defineProperties(new Map([["a", 1]]), {
        forEach: { value: 1 },
        size: { value: 5 },
        entries: { value: null },
      }),
  ],
  ["Map of 10,000", () => new Map(Array.from({ length: 10_000 }, (_, i) => [i, String(i)]))],
  ["empty Set", () => new Set()],
  ["Set", () => new Set([1, 2])],
  ["Set in another order", () => new Set([2, 1])],
  ["Set of texts", () => new Set(["1", "2"])],
  ["Set of objects", () => new Set([{}, {}])],
  ["Set in itself", () => setInItself()],
  ["Set with a property", () => withProperties(new Set(), { extra: 1 })],
  ["Date", () => new Date(0)],
  ["Date before 1970", () => new Date(-1)],
  ["largest Date", () => new Date(8.64e15)],
  ["invalid Date", () => new Date(NaN)],
  ["Date with a property", () => withProperties(new Date(0), { extra: 1 })],
  ["Date with the prototype of objects", () => Object.setPrototypeOf(new Date(5), Object.prototype) as object],
  ["text of a Date", () => new Date(0).toISOString()],
  ["RegExp", () => /a/],
  ["RegExp with flags", () => /a/gi],
  ["RegExp with all flags of u", () => /a/dgimsuy],
  ["RegExp with flag v", () => new RegExp("[a--b]", "v")],
  ["RegExp of nothing", () => new RegExp("")],
  ["RegExp with a slash", () => /\//],
  ["RegExp with a line break", () => new RegExp("\n")],
  ["RegExp with lastIndex", () => withProperties(/a/g, { lastIndex: 3 })],
  ["RegExp with odd lastIndex", () => withProperties(/a/g, { lastIndex: "3" })],
  ["frozen RegExp", () => Object.freeze(/a/g)],
  ["RegExp with own source", () => Object.defineProperty(/a/, "source", { value: "b" })],
  ["boxed 1", () => Object(1)],
  ["boxed -0", () => Object(-0)],
  ['boxed "a"', () => Object("a")],
  ["boxed empty text", () => Object("")],
  ["boxed text with a property", () => withProperties(Object("ab") as object, { 5: 1, extra: 2 })],
  ["boxed true", () => Object(true)],
  ["boxed false", () => Object(false)],
  ["boxed 1n", () => Object(1n)],
  ["boxed registered symbol", () => Object(Symbol.for("a"))],
  ["boxed local symbol", () => Object(Symbol("a")), "both"],
  ["boxed text whose valueOf is hidden", () => withProperties(Object("a") as object, { valueOf: 1 })],
  ["Promise", () => Promise.resolve(1), "both"],
  ["thenable", () => withMethod("then"), "both"],
  ["WeakMap", () => new WeakMap(), "both"],
  ["WeakSet", () => new WeakSet(), "both"],
  ["WeakRef", () => new WeakRef({}), "both"],
  ["FinalizationRegistry", () => new FinalizationRegistry(() => 1), "both"],
  [
    "generator object",
    () =>
      (function* () {
        yield 1;
      })(),
    "both",
  ],
  [
    "async generator object",
    () =>
      (async function* () {
        yield 1;
      })(),
    "both",
  ],
  ["iterator of an array", () => [1][Symbol.iterator](), "both"],
  ["iterator of a Map", () => new Map().entries(), "both"],
  ["iterator of a Set", () => new Set().values(), "both"],
  ["iterator of a text", () => "a"[Symbol.iterator](), "both"],
  ["iterator of matches", () => "a".matchAll(/a/g), "both"],
  ["Intl.NumberFormat", () => new Intl.NumberFormat("de"), "both"],
  ["Intl.DateTimeFormat", () => new Intl.DateTimeFormat("de"), "both"],
  [
    "WebAssembly.Memory",
    () =>
      Reflect.construct(Reflect.get(Reflect.get(globalThis, "WebAssembly") as object, "Memory") as Function, [
        { initial: 1 },
      ]) as object,
    "both",
  ],
]);

function keyIsValue(): object {
  const object = {};
  return new Map([[object, object]]);
}

function mapInItself(): object {
  const map = new Map<unknown, unknown>();
  return map.set("self", map).set(map, 1);
}

function setInItself(): object {
  const set = new Set<unknown>();
  return set.add(set);
}

function withMethod(name: string): object {
  return { [name]: () => 1 };
}
