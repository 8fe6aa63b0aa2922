import assert from "node:assert/strict";
import { test } from "node:test";
import { hashKey } from "../../runtime/key/encode.ts";
import { planKey } from "../../runtime/key/plan.ts";
import { tracked } from "./battery/index.ts";
import { different } from "./groups/different.ts";
import { equal } from "./groups/equal.ts";

const plan = planKey({ parameters: [] });
const context = { identify: (fn: Function) => tracked.get(fn) };

function hash(parameters: readonly unknown[]): string {
  const outcome = hashKey("", [[], parameters], plan, context);
  assert.ok(outcome.ok, JSON.stringify(outcome));
  return outcome.hash;
}

test("there are at least 200 pairs that differ", () => {
  const pairs = different.reduce((sum, { calls }) => sum + (calls.length * (calls.length - 1)) / 2, 0);
  assert.ok(pairs >= 200, String(pairs));
});

for (const { name, calls } of different) {
  test(`different keys: ${name}`, () => {
    const keys = calls.map((make) => hash(make()));
    keys.forEach((key, i) => assert.equal(keys.indexOf(key), i, `${i} and ${keys.indexOf(key)}`));
  });
}

for (const { name, calls } of equal) {
  test(`one key: ${name}`, () => {
    const keys = calls.map((make) => hash(make()));
    keys.forEach((key, i) => assert.equal(key, keys[0], String(i)));
  });
}
