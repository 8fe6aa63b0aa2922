import assert from "node:assert/strict";
import { test } from "node:test";
import type { ClassResolver } from "../../runtime/codec/codec.ts";
import { decodeValue, encodeValue } from "../../runtime/codec/codec.ts";
import { hashKey } from "../../runtime/key/encode.ts";
import { planKey } from "../../runtime/key/plan.ts";
import { battery, tracked, whileDecoding } from "./battery/index.ts";
import { difference } from "./strict.ts";

const plan = planKey({ parameters: ["value"] });
const context = { identify: (fn: Function) => tracked.get(fn) };
const resolver: ClassResolver = {
  nameOf: (constructor) =>
    tracked.get(constructor)?.hasPrivateState === true ? undefined : tracked.get(constructor)?.digest,
  find: (name) => [...tracked].find(([, { digest }]) => digest === name)?.[0],
};
const all = battery.flatMap(({ values }) => values);

test("the battery is large and its names are unique", () => {
  assert.ok(all.length >= 250, String(all.length));
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
});

for (const { subject, values } of battery) {
  for (const { name, make, asArgument } of values) {
    test(`as an argument: ${subject}: ${name}`, () => {
      const [one, two] = [0, 1].map(() => hashKey("", [[], [make()]], plan, context)) as [
        ReturnType<typeof hashKey>,
        ReturnType<typeof hashKey>,
      ];
      assert.equal(one.ok ? "hit" : "bypass", asArgument, JSON.stringify(one));
      assert.deepEqual(one, two);
    });
  }
}

test("no two values of the battery share a key", () => {
  const keys = new Map<string, string>();
  for (const { name, make } of all) {
    const outcome = hashKey("", [[], [make()]], plan, context);
    if (!outcome.ok) continue;
    assert.equal(keys.get(outcome.hash), undefined, name);
    keys.set(outcome.hash, name);
  }
});

for (const { subject, values } of battery) {
  for (const { name, make, asResult } of values) {
    test(`as a result: ${subject}: ${name}`, () => {
      const value = make();
      const outcome = encodeValue(value, { classes: resolver });
      assert.equal(outcome.ok ? "hit" : "bypass", asResult, outcome.ok ? "" : JSON.stringify(outcome));
      if (!outcome.ok) return;
      const back = whileDecoding(() => decodeValue(outcome.codec, outcome.bytes, { classes: resolver }));
      assert.equal(difference(value, back), undefined);
      // What was decoded can be encoded again, to the same bytes unless memory of strangers is among them.
      const again = encodeValue(back, { classes: resolver });
      assert.ok(again.ok);
    });
  }
}
