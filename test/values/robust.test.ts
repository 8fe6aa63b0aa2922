/** What programs do to the builtins, and values that lie about themselves, change no key and no stored value. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { createContext, runInContext } from "node:vm";
import { bytesOf, keyOf, valueOf } from "./judge.ts";
import { difference } from "./strict.ts";

function roundTrip(value: unknown): unknown {
  const outcome = bytesOf(value);
  assert.ok(outcome.ok, outcome.ok ? "" : outcome.detail);
  return valueOf(outcome.codec, outcome.bytes);
}

/** Runs with properties of an object replaced, and puts them back. */
function patched(object: object, patches: PropertyDescriptorMap, run: () => void): void {
  const before = Object.keys(patches).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)] as const);
  Object.defineProperties(object, patches);
  try {
    run();
  } finally {
    for (const [key, descriptor] of before) {
      if (descriptor === undefined) Reflect.deleteProperty(object, key);
      else Object.defineProperty(object, key, descriptor);
    }
  }
}

const ran = (): never => {
  throw new Error("patched code ran");
};
const hidden = { value: ran, configurable: true, writable: true };
const value = (): unknown => ({
  list: [1, , "x"],
  map: new Map<unknown, unknown>([["a", new Set([1])]]),
  date: new Date(5),
  pattern: /a/g,
  bytes: Uint8Array.of(1, 2),
  box: Object("b") as unknown,
  long: Array.from({ length: 300 }, (_, i) => i),
});

const patches: readonly (readonly [string, object, PropertyDescriptorMap])[] = [
  ["methods of Map", Map.prototype, { forEach: hidden, entries: hidden, size: { get: ran, configurable: true } }],
  ["methods of Set", Set.prototype, { forEach: hidden, values: hidden, size: { get: ran, configurable: true } }],
  ["methods of Date", Date.prototype, { getTime: hidden, valueOf: hidden, toJSON: hidden }],
  [
    "getters of RegExp",
    RegExp.prototype,
    {
      source: { get: ran, configurable: true },
      flags: { get: ran, configurable: true },
      global: { get: ran, configurable: true },
    },
  ],
  [
    "methods of Object",
    Object.prototype,
    { toString: hidden, valueOf: hidden, hasOwnProperty: hidden, toJSON: hidden },
  ],
  [
    "a property on all objects",
    Object.prototype,
    { polluted: { value: 1, enumerable: true, configurable: true, writable: true } },
  ],
  ["a setter on all objects", Object.prototype, { list: { set: ran, get: ran, configurable: true } }],
  [
    "attributes on all objects",
    Object.prototype,
    { get: { value: ran, configurable: true }, set: { value: ran, configurable: true } },
  ],
];
for (const [name, object, descriptors] of patches) {
  test(`patched: ${name}`, () => {
    const key = keyOf(value());
    const original = value();
    let [within, back]: [unknown, unknown] = [undefined, undefined];
    patched(object, descriptors, () => {
      within = keyOf(original);
      back = roundTrip(original);
    });
    assert.deepEqual(within, key);
    assert.equal(difference(value(), back), undefined);
  });
}

test("defaults of inspect", () => {
  const before = { ...inspect.defaultOptions };
  const long = Object.defineProperty(
    Array.from({ length: 300 }, () => 0),
    "extra",
    { get: ran },
  );
  const key = keyOf(value());
  inspect.defaultOptions = { getters: true, colors: true, numericSeparator: true };
  try {
    assert.deepEqual(keyOf(value()), key);
    assert.equal(keyOf(long).ok, false);
  } finally {
    inspect.defaultOptions = before;
  }
});

test("a class hides nothing behind a proxy", () => {
  const constructor = new Proxy(class {}, { get: ran, getOwnPropertyDescriptor: ran, getPrototypeOf: ran });
  const lying = Object.create({ constructor }) as object;
  assert.equal(keyOf(lying).ok, false);
  assert.equal(bytesOf(lying).ok, false);
});

test("a name is no proof of a class", () => {
  class Point {
    x = 1;
  }
  assert.equal(keyOf(new Point()).ok, false);
  assert.equal(keyOf(Object.create({ constructor: Array })).ok, true);
  assert.notDeepEqual(keyOf(Object.create({ constructor: Array })), keyOf(Object.create(Array.prototype)));
});

test("an error whose stack cannot be read is refused, and nothing is thrown", () => {
  patched(Error, { prepareStackTrace: hidden }, () => {
    const error = new Error("text");
    assert.equal(keyOf({ error }).ok, false);
    assert.equal(bytesOf({ error }).ok, false);
  });
});

test("values of one other realm and of a second one make the same key", () => {
  const [one, two] = ["a", "b"].map(() => createContext({}));
  for (const source of [
    "({ a: [1, new Map([[1, new Date(0)]])] })",
    "[/x/g, new Set([1])]",
    "new Uint8Array(3)",
    "Object(1)",
  ]) {
    const [first, second] = [one, two].map((context) => keyOf(runInContext(source, context as object)));
    assert.ok(first?.ok === true, source);
    assert.deepEqual(first, second);
  }
});

test("a call that changes an input has another key after it", () => {
  const controller = new AbortController();
  const url = new URL("http://a/");
  const inputs = { signal: controller.signal, map: new Map(), url, bytes: Buffer.from("abc"), headers: new Headers() };
  const changes = [
    () => controller.abort(),
    () => inputs.map.set(1, 1),
    () => url.searchParams.append("a", "b"),
    () => inputs.bytes.fill(0),
    () => inputs.headers.append("a", "b"),
    () => Object.freeze(inputs),
  ];
  for (const change of changes) {
    const before = keyOf(inputs);
    change();
    assert.notDeepEqual(keyOf(inputs), before);
  }
});

test("data on a prototype counts, whenever it was put there", () => {
  const prototype: { limit?: number } = {};
  const object = Object.create(prototype) as object;
  const before = keyOf(object);
  prototype.limit = 5;
  assert.notDeepEqual(keyOf(object), before);
});

test("a nearly full stack is an outcome", () => {
  let deep: unknown = 1;
  for (let i = 0; i < 190; i++) deep = [deep];
  let codes: unknown[] = [];
  const descend = (): void => {
    try {
      descend();
    } catch {
      // Where a call no longer fits, the encoders have no room either.
      if (codes.length < 40) codes = [...codes, keyOf(deep).ok, bytesOf(deep).ok];
    }
  };
  assert.doesNotThrow(descend);
  assert.ok(codes.length >= 2);
});
