import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { decodeValue, DecodeError, encodeValue } from "../../runtime/codec/codec.ts";
import { CODEC } from "../../runtime/codec/tags.ts";
import { intrinsicName } from "../../runtime/key/intrinsics.ts";
import { collectObjects } from "../../runtime/key/reach.ts";
import { make } from "../values/make.ts";
import { recipes } from "../values/recipes.ts";

/** Decodes bytes that may be anything: a value of known prototypes, or a DecodeError. */
function decodeHostile(bytes: Uint8Array): void {
  let value: unknown;
  try {
    value = decodeValue(CODEC, bytes);
  } catch (error) {
    assert.ok(error instanceof DecodeError, String(error));
    return;
  }
  const objects = new Set<object>();
  collectObjects(value, objects);
  for (const object of objects) {
    const prototype = Object.getPrototypeOf(object) as object | null;
    assert.ok(
      typeof object === "function" ||
        prototype === null ||
        objects.has(prototype) ||
        intrinsicName(prototype) !== undefined,
    );
  }
}

const globals = [Object, Object.prototype, Function.prototype, Array.prototype, Map.prototype, Error];
const before = globals.map((object) => Reflect.ownKeys(object));

test("any bytes give a value of known prototypes, or a DecodeError", () => {
  const tags = "untf148bsySd@Yrp!^{}o[mMD/EBGvlwXUQHqJKLFRZTg+hk#e0ICO";
  const byte = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...Buffer.from(tags)) },
    { weight: 2, arbitrary: fc.nat(8) },
    fc.nat(255),
  );
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 60 }), (bytes) => decodeHostile(Uint8Array.from(bytes))),
    { numRuns: 20_000 },
  );
});

test("bytes of a value that were damaged give a value of known prototypes, or a DecodeError", () => {
  const damage = fc.array(fc.tuple(fc.nat(10_000), fc.nat(255)), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(recipes, damage, fc.nat(10_000), (recipe, changes, end) => {
      const outcome = encodeValue(make(recipe));
      if (!outcome.ok) return;
      const { bytes } = outcome;
      for (const [where, byte] of changes) bytes[where % bytes.length] = byte;
      decodeHostile(bytes);
      decodeHostile(bytes.subarray(0, end % bytes.length));
    }),
    { numRuns: 5000 },
  );
});

const bombs: readonly (readonly [string, readonly number[]])[] = [
  ["an array of length 2 ** 32 - 1", [0x5b, 255, 255, 255, 255, 15, 0x68, 255, 255, 255, 255, 15, 0x65]],
  ["a length that never ends", [0x5b, ...Array.from({ length: 50 }, () => 255)]],
  ["a million levels", Array.from({ length: 1_000_000 }, () => 0x7b).flatMap((tag) => [tag, 1, 0x73, 0])],
  ["a resizable buffer of 2 ** 42", [0x47, 128, 128, 128, 128, 128, 128, 1, 0, 0x65]],
  ["a slab of 2 ** 35", [0x77, 0x73, 6, ...Buffer.from("Buffer"), 0, 0, 0x6c, 128, 128, 128, 128, 128, 1, 0x65, 0x65]],
  ["many slabs", [0x5b, 128, 8, ...Array.from({ length: 1024 }, () => [0x6c, 128, 128, 128, 8, 0x65]).flat(), 0x65]],
  ["a prototype from a class", [0x5e, 0x43, 0x73, 8, ...Buffer.from("Function"), 0x6f, 0x65]],
  ["a global that is no stable one", [0x67, 0x73, 8, ...Buffer.from("Function")]],
  ["its own prototype", [0x5e, 0x4f, 0x72, 0, 0x6f, 0x65]],
];
for (const [name, bytes] of bombs) {
  test(`bounded: ${name}`, () => {
    const start = process.memoryUsage().rss;
    decodeHostile(Uint8Array.from(bytes));
    assert.ok(process.memoryUsage().rss - start < 300 * 1024 * 1024);
  });
}

test("builtins are as they were", () => {
  assert.deepEqual(
    globals.map((object) => Reflect.ownKeys(object)),
    before,
  );
});
