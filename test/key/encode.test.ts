import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { CodeIdentity } from "../../runtime/call/link.ts";
import { hashKey, type KeyContext, type KeyOutcome } from "../../runtime/key/encode.ts";
import { collectObjects } from "../../runtime/key/reach.ts";
import { planKey } from "../../runtime/key/plan.ts";

class Tracked {
  amount = 1;
}
class WithPrivate {
  readonly #hidden = 1;
  reveal(): number {
    return this.#hidden;
  }
}
class Untracked {}

const identities = new Map<Function, CodeIdentity>([
  [Tracked, { digest: "Tracked", captured: [] }],
  [WithPrivate, { digest: "WithPrivate", captured: [], hasPrivateState: true, place: "home" }],
]);
const context: KeyContext = { identify: (fn) => identities.get(fn) };

function key(parameters: readonly unknown[], ignore: readonly string[] = []): KeyOutcome {
  return hashKey("code", [[undefined], parameters], planKey({ parameters: ["item", "options"], ignore }), context);
}

function hash(parameters: readonly unknown[], ignore: readonly string[] = []): string {
  const outcome = key(parameters, ignore);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.hash;
}

test("a key is 64 hexadecimal digits and the same each time", () => {
  assert.match(hash([1, { a: 2 }]), /^[0-9a-f]{64}$/);
  assert.equal(hash([1, { a: 2 }]), hash([1, { a: 2 }]));
});

test("the prefix, the group and the place of a value count", () => {
  const plan = planKey({ parameters: [] });
  const keys = [
    hashKey("a", [[], ["x"]], plan, context),
    hashKey("b", [[], ["x"]], plan, context),
    hashKey("a", [["x"], []], plan, context),
    hashKey("a", [[], [], ["x"]], plan, context),
    hashKey("a", [[], ["x", undefined]], plan, context),
  ];
  assert.equal(new Set(keys.map((outcome) => outcome.ok && outcome.hash)).size, keys.length);
});

const refused: readonly (readonly [name: string, value: () => unknown, code: string, path: string])[] = [
  ["promise", () => ({ a: [Promise.resolve()] }), "argument-opaque", "item.a[0]"],
  [
    "getter",
    () => ({
      get a(): number {
        throw new Error("ran");
      },
    }),
    "getter-input",
    "item.a",
  ],
  [
    "proxy",
    () => ({
      a: new Proxy(
        {},
        {
          ownKeys() {
            throw new Error("ran");
          },
        },
      ),
    }),
    "getter-input",
    "item.a",
  ],
  ["unknown class", () => [new Untracked()], "class-untracked", "item[0]"],
  ["private state", () => new WithPrivate(), "private-state", "item"],
  ["closure", () => ({ "odd key": () => 1 }), "closure-captures-unknown", 'item["odd key"]'],
  ["symbol", () => new Map([[1, Symbol("local")]]), "argument-opaque", "item<value 0>"],
  ["long text", () => "x".repeat(70_000_000), "input-too-large", "item"],
  ["weak map", () => new WeakMap(), "argument-opaque", "item"],
];
for (const [name, value, code, path] of refused) {
  test(`refused with its path: ${name}`, () => {
    const outcome = key([value(), undefined]);
    assert.ok(!outcome.ok);
    assert.deepEqual([outcome.code, outcome.path], [code, path]);
  });
}

test("what is ignored does not count, and all else does", () => {
  const ignore = ["item", "options.signal"];
  assert.equal(hash([1, { a: 1, signal: Promise.resolve() }], ignore), hash([() => 2, { a: 1 }], ignore));
  assert.notEqual(hash([1, { a: 1 }], ignore), hash([1, { a: 2 }], ignore));
});

test("an object whose property is ignored under one name counts in full under another", () => {
  const one = { a: 1, b: 1 };
  const two = { a: 1, b: 2 };
  assert.notEqual(hash([one, one], ["item.b"]), hash([two, two], ["item.b"]));
  assert.equal(hash([{ b: 1 }, 1], ["item.b"]), hash([{ b: 2 }, 1], ["item.b"]));
});

test("sharing counts", () => {
  const shared = {};
  assert.notEqual(hash([shared, shared]), hash([{}, {}]));
});

test("the receiver's private fields are covered by captures for the method's own class", () => {
  const plan = planKey({ parameters: [], coveredClass: "home" });
  const elsewhere = planKey({ parameters: [], coveredClass: "elsewhere" });
  assert.ok(!hashKey("", [[new WithPrivate()], []], elsewhere, context).ok);
  assert.ok(hashKey("", [[new WithPrivate()], []], plan, context).ok);
  assert.ok(!hashKey("", [[{ a: new WithPrivate() }], []], plan, context).ok);
});

test("depth and sparse arrays are bounded", () => {
  let deep: object = {};
  for (let i = 0; i < 100_000; i++) deep = { deep };
  const sparse: unknown[] = [];
  sparse[5e7] = 1;
  assert.notEqual(hash([deep, sparse]), hash([{ deep }, sparse]));
});

test("a key knows the signals of its own inputs alone, left out or not", () => {
  const plan = planKey({ parameters: ["signal", "item"], ignore: ["signal"] });
  const { signal } = new AbortController();
  const signalsOf = (values: readonly unknown[]): unknown => {
    const outcome = hashKey("", [[], values], plan, context);
    return outcome.ok && outcome.signals;
  };
  assert.deepEqual(signalsOf([signal]), [signal]);
  assert.deepEqual(signalsOf([undefined, 1]), []);
});

test("keys do not depend on what was keyed before under the same prefix or another", () => {
  const key = (prefix: string, value: unknown): string => {
    const outcome = hashKey(prefix, [[value]], planKey({ parameters: [], limit: 200_000 }), context);
    return outcome.ok ? outcome.hash : outcome.code;
  };
  const prefixes = ["code", "other code", "p".repeat(70_000), "q".repeat(300_000)];
  const values = [
    1,
    "short",
    "x".repeat(70_000),
    "y".repeat(300_000),
    { a: [1] },
    Symbol("opaque"),
    new Uint8Array(90_000),
  ];
  const pair = fc.tuple(fc.constantFrom(...prefixes), fc.constantFrom(...values));
  const alone = (prefix: string, value: unknown): string => {
    key("another one", 0);
    return key(prefix, value);
  };
  fc.assert(
    fc.property(fc.array(pair, { maxLength: 8 }), (calls) => {
      const inTurn = calls.map(([prefix, value]) => key(prefix, value));
      assert.deepEqual(
        inTurn,
        calls.map(([prefix, value]) => alone(prefix, value)),
      );
    }),
  );
});

test("objects are collected from what makes no key, too", () => {
  const [inner, key] = [{}, {}];
  const value = new (class Holder {
    map = new Map([[key, [inner]]]);
    run = (): void => undefined;
    get ran(): never {
      throw new Error("a getter ran");
    }
  })();
  const found = new Set<object>();
  assert.equal(collectObjects([value, new Proxy({}, {})], found), true);
  assert.ok([inner, key, value, value.map, value.run].every((object) => found.has(object)));
});

test("inputs larger than the limit are refused, wherever their bytes are", () => {
  const plan = planKey({ parameters: ["a"], limit: 1000 });
  for (const value of [
    "x".repeat(2000),
    "é".repeat(600),
    Buffer.alloc(2000),
    Array.from({ length: 300 }, (_, i) => i),
    { a: ["y".repeat(990)] },
  ]) {
    const outcome = hashKey("", [[], [value]], plan, context);
    assert.ok(!outcome.ok && outcome.code === "input-too-large");
  }
  assert.ok(!hashKey("", [[], [new Uint8Array(70_000_000)]], planKey({ parameters: ["a"] }), context).ok);
});

test("the stack of an error counts, unless it is ignored", () => {
  const [one, two] = [new Error("text"), new Error("text")];
  two.stack = "another";
  assert.notEqual(hash([one]), hash([two]));
  assert.equal(hash([one], ["item.stack"]), hash([two], ["item.stack"]));
});

test("the reason names the kind of input", () => {
  const plan = planKey({ parameters: ["a"], captures: ["b"], state: ["c"] });
  const opaque = new WeakMap();
  const codes = [[[opaque]], [[], [opaque]], [[], [], [opaque]], [[], [], [], [opaque]]].map((inputs) => {
    const outcome = hashKey("", inputs, plan, context);
    return outcome.ok ? "ok" : `${outcome.code} ${outcome.path}`;
  });
  assert.deepEqual(codes, ["receiver-opaque this", "argument-opaque a", "capture-opaque b", "capture-opaque c"]);
});

test("a text of the largest length is refused before it is laid out in memory", () => {
  const before = process.memoryUsage().rss;
  const outcome = key(["x".repeat(2 ** 29 - 24)]);
  assert.ok(!outcome.ok && outcome.code === "input-too-large");
  assert.ok(process.memoryUsage().rss - before < 200 * 1024 * 1024);
});
