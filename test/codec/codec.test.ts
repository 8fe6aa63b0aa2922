import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeValue, DecodeError, encodeValue } from "../../runtime/codec/codec.ts";
import { CODEC } from "../../runtime/codec/tags.ts";

function roundTrip<T>(value: T): T {
  const outcome = encodeValue(value);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return decodeValue(outcome.codec, outcome.bytes) as T;
}

const values: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  NaN,
  1,
  -1,
  127,
  128,
  -128,
  -129,
  2 ** 31,
  0.1,
  Infinity,
  "",
  "abc",
  "é",
  "日本",
  "\ud800",
  "x".repeat(1000),
  0n,
  -(2n ** 70n),
  Symbol.for("a"),
  Symbol.iterator,
  {},
  { a: 1, b: { c: [1, , "x"] } },
  [[], {}],
  new Map<unknown, unknown>([
    [1, { a: 1 }],
    ["1", 2],
  ]),
  new Set([1, "1"]),
  new Date(0),
  /a(?<b>c)/giu,
  Buffer.from("pooled"),
  Buffer.alloc(10, 7),
  new Float64Array([1, -0, NaN]),
  new Uint8Array(300),
  new DataView(new ArrayBuffer(4)),
  new Error("e", { cause: 1 }),
  new TypeError("t"),
  new AggregateError([1], "a"),
  new URL("http://a/b?c#d"),
  new URLSearchParams("a=1&a=2"),
  Object("boxed"),
  Object(1n),
];
for (const [index, value] of values.entries()) {
  test(`comes back equal: value ${index}`, () => assert.deepStrictEqual(roundTrip(value), value));
}

test("shared and circular references", () => {
  const shared = { self: undefined as unknown };
  shared.self = shared;
  const back = roundTrip({ a: shared, b: shared });
  assert.ok(back.a === back.b && back.a.self === back.a && back.a !== shared);
});

test("a decoded value shares nothing with the bytes or with another", () => {
  const outcome = encodeValue(Buffer.alloc(100));
  assert.ok(outcome.ok);
  (decodeValue(CODEC, outcome.bytes) as Buffer).fill(1);
  assert.deepEqual(decodeValue(CODEC, outcome.bytes), Buffer.alloc(100));
});

test("refused with its path", () => {
  class Socket {}
  const outcome = encodeValue({ rows: [{}, { client: new Socket() }] });
  assert.deepEqual(outcome, {
    ok: false,
    code: "value-instance",
    path: "result.rows[1].client",
    detail: "class instance Socket",
    late: false,
  });
});

test("a result that holds an input is refused", () => {
  const input = {};
  const outcome = encodeValue([input], { aliens: new Set([input]) });
  assert.ok(!outcome.ok && outcome.code === "value-aliases-input" && outcome.path === "result[0]");
});

test("classes come back through the resolver", () => {
  class Point {
    x = 1;
  }
  const classes = {
    nameOf: (c: Function) => (c === Point ? "Point" : undefined),
    find: (name: string) => (name === "Point" ? Point : undefined),
  };
  const outcome = encodeValue(new Point(), { classes });
  assert.ok(outcome.ok);
  const back = decodeValue(outcome.codec, outcome.bytes, { classes });
  assert.ok(back instanceof Point && back.x === 1);
  assert.throws(() => decodeValue(outcome.codec, outcome.bytes), DecodeError);
});

test("an own __proto__ stays a property", () => {
  const back = roundTrip(JSON.parse('{"__proto__":{"a":1}}') as object);
  assert.deepEqual(Object.getOwnPropertyNames(back), ["__proto__"]);
  assert.equal(Object.getPrototypeOf(back), Object.prototype);
});

test("odd bytes throw a DecodeError", () => {
  for (const bytes of [[], [0], [0x7b, 255, 255], [0x75, 0x75], [0x72, 0]])
    assert.throws(() => decodeValue(CODEC, Uint8Array.from(bytes)), DecodeError);
  assert.throws(() => decodeValue(99, Uint8Array.of(0x75)), DecodeError);
});

test("a value larger than the limit is refused", () => {
  for (const [value, limit] of [
    ["x".repeat(2000), 1000],
    [Buffer.alloc(100_000), 50_000],
    [Array.from({ length: 9 }, () => 1), 10],
  ] as const) {
    const outcome = encodeValue(value, { limit });
    assert.ok(!outcome.ok && outcome.code === "value-too-large");
  }
});

test("a text of the largest length is refused before it is laid out in memory", () => {
  const before = process.memoryUsage().rss;
  const outcome = encodeValue(["x".repeat(2 ** 29 - 24)]);
  assert.ok(!outcome.ok && outcome.code === "value-too-large");
  assert.ok(process.memoryUsage().rss - before < 200 * 1024 * 1024);
});
