import assert from "node:assert/strict";
import { test } from "node:test";
import { battery } from "./battery/index.ts";
import { bytesOf, keyOf, valueOf } from "./judge.ts";
import { difference } from "./strict.ts";

const all = battery.flatMap(({ values }) => values);

test("the battery is large and its names are unique", () => {
  assert.ok(all.length >= 250, String(all.length));
  assert.equal(new Set(all.map(({ name }) => name)).size, all.length);
});

for (const { subject, values } of battery) {
  for (const { name, make, asArgument } of values) {
    test(`as an argument: ${subject}: ${name}`, () => {
      const [one, two] = [0, 1].map(() => keyOf(make()));
      assert.equal(one?.ok === true ? "hit" : "bypass", asArgument, JSON.stringify(one));
      assert.deepEqual(one, two);
    });
  }
}

test("no two values of the battery share a key", () => {
  const keys = new Map<string, string>();
  for (const { name, make } of all) {
    const outcome = keyOf(make());
    if (!outcome.ok) continue;
    assert.equal(keys.get(outcome.hash), undefined, name);
    keys.set(outcome.hash, name);
  }
});

for (const { subject, values } of battery) {
  for (const { name, make, asArgument, asResult } of values) {
    test(`as a result: ${subject}: ${name}`, () => {
      const value = make();
      const outcome = bytesOf(value);
      assert.equal(outcome.ok ? "hit" : "bypass", asResult, outcome.ok ? "" : JSON.stringify(outcome));
      if (!outcome.ok) return;
      const back = valueOf(outcome.codec, outcome.bytes);
      assert.equal(difference(value, back), undefined);
      // What comes from the cache makes the same keys as what came from the call.
      if (asArgument === "hit") assert.deepEqual(keyOf(back), keyOf(value));
    });
  }
}
