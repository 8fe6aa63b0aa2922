import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Entry } from "../../runtime/stores/entry.ts";
import { namesOf, open, seal, signingKey } from "../../runtime/stores/envelopes/envelope.ts";
import { entryOf, keyOf } from "./samples.ts";

const key = keyOf("key");
const secret = signingKey("s3cret");

const entries: fc.Arbitrary<Entry> = fc.record({
  codec: fc.nat(65_535),
  value: fc.uint8Array({ maxLength: 3_000 }),
  promised: fc.boolean(),
  createdAt: fc.integer({ min: 0, max: 4e12 }),
  duration: fc.double({ min: 0, max: 1e9, noNaN: true }),
  expiresAt: fc.option(fc.integer({ min: 0, max: 4e12 }), { nil: undefined }),
  target: fc.string({ unit: "binary" }),
  codeDigest: fc.constant(keyOf("digest")),
});

test("every entry comes back equal, signed or not, compressed or not", () => {
  fc.assert(
    fc.property(entries, fc.boolean(), fc.option(fc.nat(3_000), { nil: undefined }), (entry, signed, compressFrom) => {
      const options = signed ? { secret, compressFrom } : { compressFrom };
      const sealed = seal(key, entry, options);
      const opened = open(key, sealed, signed ? { secret } : {});
      assert.ok(opened.ok);
      const { value } = opened.entry;
      assert.deepEqual(
        { ...opened.entry, ...namesOf(sealed), value: [...value] },
        { ...entry, value: [...entry.value] },
      );
    }),
  );
});

test("no flipped bit, cut or addition is believed", () => {
  for (const options of [{}, { secret }, { compressFrom: 10 }]) {
    const whole = seal(key, entryOf("x".repeat(60)), options);
    for (let bit = 0; bit < whole.byteLength * 8; bit++) {
      const flipped = whole.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      assert.equal(open(key, flipped, options).ok, false, `bit ${bit}`);
    }
    for (let length = 0; length < whole.byteLength; length++)
      assert.equal(open(key, whole.subarray(0, length), options).ok, false);
    assert.equal(open(key, Buffer.concat([whole, Buffer.alloc(1)]), options).ok, false);
  }
});

test("arbitrary bytes, also behind a right start, are refused and never throw", () => {
  const start = seal(key, entryOf("abc")).subarray(0, 8);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, headed) => {
      assert.equal(open(key, headed ? Buffer.concat([start, bytes]) : bytes).ok, false);
    }),
    { numRuns: 2_000 },
  );
});

test("says why it refuses", () => {
  const entry = entryOf("value");
  const plain = seal(key, entry);
  const signed = seal(key, entry, { secret });
  const rows: [string, ReturnType<typeof open>][] = [
    ["corrupt", open(key, Buffer.from("{}"))],
    ["corrupt", open(key, new Uint8Array())],
    [
      "foreign-version",
      open(
        key,
        Uint8Array.from(plain, (byte, at) => (at === 4 ? 2 : byte)),
      ),
    ],
    ["wrong-key", open(keyOf("another"), plain)],
    ["wrong-key", open(keyOf("another"), signed, { secret })],
    ["unsigned", open(key, plain, { secret })],
    ["unsigned", open(key, plain, { strict: true })],
    ["unsigned", open(key, signed, { strict: true })],
    ["bad-signature", open(key, signed, { secret: signingKey("another") })],
    ["too-large", open(key, plain, { limit: 100 })],
    ["too-large", open(key, seal(key, entryOf(new Uint8Array(100_000)), { compressFrom: 1 }), { limit: 5_000 })],
  ];
  for (const [why, opened] of rows) assert.deepEqual(opened, { ok: false, why });
  assert.equal(open(key, signed).ok, true, "who has no secret still has the checksum");
});

test("a value is a view on what came, not a copy", () => {
  const sealed = seal(key, entryOf("value"));
  const opened = open(key, sealed);
  assert.ok(opened.ok);
  assert.equal(opened.entry.value.buffer, sealed.buffer);
});

test("compresses what shrinks, and only from the size asked for", () => {
  const text = entryOf("abcdefgh".repeat(5_000));
  const noise = entryOf(Uint8Array.from({ length: 40_000 }, () => Math.random() * 256));
  assert.ok(seal(key, text, { compressFrom: 10_000 }).byteLength < 2_000);
  assert.ok(seal(key, text, { compressFrom: 50_000 }).byteLength > 40_000);
  assert.ok(seal(key, noise, { compressFrom: 10_000 }).byteLength < 40_400);
});

test("a key that is not one cannot be sealed", () => {
  for (const wrong of ["", "abc", "g".repeat(64), key.slice(2)])
    assert.throws(() => seal(wrong, entryOf("x")), RangeError);
});
