import assert from "node:assert/strict";
import { test } from "node:test";
import { CODEC } from "../../runtime/codec/tags.ts";
import { goldenValues, isPooled, readGolden } from "./golden.ts";
import { keyOf, valueOf } from "./judge.ts";
import { difference } from "./strict.ts";

const golden = readGolden();

test("keys are those that another version of Node made", () => {
  const keys = Object.fromEntries(
    goldenValues.flatMap(({ name, make }) => {
      const key = keyOf(make());
      return key.ok ? [[name, key.hash] as const] : [];
    }),
  );
  assert.deepEqual(keys, golden.keys);
});

test("values that another version of Node wrote are read", () => {
  let count = 0;
  for (const { name, make } of goldenValues) {
    const bytes = golden.bytes[name];
    if (bytes === undefined) continue;
    const back = valueOf(CODEC, Buffer.from(bytes, "base64"));
    if (!isPooled(name)) assert.equal(difference(make(), back), undefined, name);
    count++;
  }
  assert.ok(count > 200, String(count));
});
