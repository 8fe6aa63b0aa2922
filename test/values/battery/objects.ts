import { described, named, withProperties } from "../named.ts";

const all = { writable: true, enumerable: true, configurable: true };

export const objects = named([
  ["empty object", () => ({})],
  ["one property", () => ({ a: 1 })],
  ["a property that is undefined", () => ({ a: undefined })],
  ["keys a, b", () => ({ a: 1, b: 2 })],
  ["keys b, a", () => ({ b: 2, a: 1 })],
  ["integer keys", () => ({ 2: "b", 1: "a" })],
  ["a key that looks like an index but is none", () => ({ "01": 1 })],
  ["key -0", () => ({ "-0": 1 })],
  ["empty key", () => ({ "": 1 })],
  ["key with a zero character", () => ({ "a\0": 1 })],
  ["key of a lone surrogate", () => ({ "\ud800": 1 })],
  ["long key", () => ({ ["k".repeat(300)]: 1 })],
  ["own __proto__", () => JSON.parse('{"__proto__":{"a":1}}') as object],
  ["own constructor", () => ({ constructor: 1 })],
  ["own toString", () => ({ toString: "text" })],
  ["own hasOwnProperty", () => ({ hasOwnProperty: 1 })],
  ["own toJSON that is data", () => ({ toJSON: 1 })],
  ["own then that is data", () => JSON.parse('{"then":1}') as object],
  ["own length", () => ({ length: 3 })],
  ["array-like", () => ({ 0: "a", length: 1 })],
  ["1,000 keys", () => Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`key${i}`, i]))],
  ["nested", () => ({ a: { b: { c: { d: 1 } } } })],
  ["500 levels deep", () => chain(500)],
  ["20,000 levels deep", () => chain(20_000)],
  ["registered symbol key", () => ({ [Symbol.for("k")]: 1 })],
  ["well-known symbol key", () => ({ [Symbol.toStringTag]: "Tag" })],
  ["text key before symbol key", () => ({ k: 2, [Symbol.for("k")]: 1 })],
  ["local symbol key", () => ({ [Symbol("k")]: 1 }), "both"],
  ["null prototype", () => Object.create(null) as object],
  ["null prototype with properties", () => withProperties(Object.create(null) as object, { a: 1 })],
  ["prototype that is a plain object", () => Object.create({ inherited: 1 }) as object],
  ["prototype that is another plain object", () => Object.create({ inherited: 2 }) as object],
  ["prototype of a prototype", () => Object.create(Object.create({ a: 1 }) as object) as object],
  ["prototype that is an array", () => Object.create([1]) as object],
  ["prototype Array.prototype", () => Object.create(Array.prototype) as object],
  ["prototype Map.prototype", () => Object.create(Map.prototype) as object],
  ["prototype Date.prototype", () => Object.create(Date.prototype) as object],
  ["prototype URL.prototype", () => Object.create(URL.prototype) as object, "both"],
  ["prototype Promise.prototype", () => Object.create(Promise.prototype) as object, "both"],
  ["shared prototype", () => sharedPrototype()],
  ["prototypes that are equal but two", () => [Object.create({ a: 1 }), Object.create({ a: 1 })]],
  ["frozen", () => Object.freeze({ a: 1 })],
  ["sealed", () => Object.seal({ a: 1 })],
  ["non-extensible", () => Object.preventExtensions({ a: 1 })],
  ["empty and frozen", () => Object.freeze({})],
  ["frozen within", () => ({ a: Object.freeze({ b: 1 }) })],
  ["frozen cycle", () => frozenCycle()],
  ["read-only property", () => described({ a: { ...all, value: 1, writable: false } })],
  ["non-enumerable property", () => described({ a: { ...all, value: 1, enumerable: false } })],
  ["non-configurable property", () => described({ a: { ...all, value: 1, configurable: false } })],
  ["property with no attribute", () => described({ a: { value: 1 } })],
  ["non-enumerable symbol property", () => described({ [Symbol.for("k")]: { value: 1 } })],
  [
    "getter",
    () => ({
      get a(): never {
        throw new Error("a getter ran");
      },
    }),
    "both",
  ],
  [
    "setter",
    () => ({
      set a(_value: unknown) {
        throw new Error("a setter ran");
      },
    }),
    "both",
  ],
  [
    "getter of toStringTag",
    () => ({
      get [Symbol.toStringTag](): never {
        throw new Error("a getter ran");
      },
    }),
    "both",
  ],
  [
    "getter below",
    () => ({
      list: [
        {
          get a(): never {
            throw new Error("a getter ran");
          },
        },
      ],
    }),
    "both",
  ],
  [
    "getter of constructor",
    () => ({
      get constructor(): never {
        throw new Error("a getter ran");
      },
    }),
    "both",
  ],
  ["proxy", () => new Proxy({ a: 1 }, trapped), "both"],
  ["proxy of an array", () => new Proxy([1], trapped), "both"],
  ["proxy of a function", () => new Proxy(() => 1, trapped), "both"],
  ["revoked proxy", () => revoked(), "both"],
  ["prototype that is a proxy", () => Object.create(new Proxy({}, trapped)) as object, "both"],
  ["shared reference", () => shared()],
  ["equal references that are two", () => ({ a: {}, b: {} })],
  ["circular", () => circular()],
  ["circular through a second object", () => mutual()],
  ["circular by its prototype", () => circularPrototype(), "result"],
  ["arguments object", () => argumentsOf(1, 2), "result"],
  ["arguments object of none", () => argumentsOf(), "result"],
  ["arguments object with a property", () => withProperties(argumentsOf(1), { extra: 1 }), "result"],
  ["globalThis", () => globalThis, "both"],
  ["Math", () => Math, "argument"],
  ["JSON", () => JSON],
  ["Object.prototype", () => Object.prototype, "both"],
  ["process.env", () => process.env, "both"],
]);

const trapped: ProxyHandler<object> = new Proxy(
  {},
  {
    get: () => () => {
      throw new Error("a trap ran");
    },
  },
);

function chain(levels: number): object {
  let object: object = { end: true };
  for (let i = 0; i < levels; i++) object = { next: object, i };
  return object;
}

function sharedPrototype(): object {
  const prototype = { a: 1 };
  return [Object.create(prototype), Object.create(prototype)];
}

function frozenCycle(): object {
  const object: Record<string, unknown> = { a: 1 };
  object["self"] = object;
  return Object.freeze(object);
}

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function shared(): object {
  const inner = {};
  return { a: inner, b: inner };
}

function circular(): object {
  const object: Record<string, unknown> = {};
  object["self"] = object;
  return object;
}

function mutual(): object {
  const other: Record<string, unknown> = {};
  other["back"] = { other };
  return other;
}

function circularPrototype(): object {
  const prototype: Record<string, unknown> = {};
  const object = Object.create(prototype) as object;
  prototype["child"] = object;
  return object;
}

function argumentsOf(..._values: unknown[]): object {
  return function () {
    return arguments;
  }.apply(undefined, _values as []);
}
